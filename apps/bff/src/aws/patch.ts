import type { PatchOperation } from '@aws-sdk/client-api-gateway'

/** A field that no patch can bring to where it should be. */
export interface Unreachable {
  field: string
  reason: string
}

/** JSON pointer escaping (RFC 6901). */
const escape = (segment: string) => segment.replaceAll('~', '~0').replaceAll('/', '~1')

const pointer = (path: string[]) => path.map((segment) => `/${escape(segment)}`).join('')

/** A list of patch operations being put together; every value is text on the wire, also a number or a boolean. */
export class Patch {
  readonly operations: PatchOperation[] = []
  readonly unreachable: Unreachable[] = []

  replace(path: string[], value: string | number | boolean): void {
    this.operations.push({ op: 'replace', path: pointer(path), value: String(value) })
  }

  remove(path: string[]): void {
    this.operations.push({ op: 'remove', path: pointer(path) })
  }

  copy(from: string[], path: string[]): void {
    this.operations.push({ op: 'copy', from: pointer(from), path: pointer(path) })
  }

  /** For a path that AWS has already escaped, such as a method's key `~1pets/GET`, or an operation with its value. */
  raw(op: 'add' | 'replace' | 'remove', path: string, value?: string | number | boolean): void {
    this.operations.push({ op, path, ...(value === undefined ? {} : { value: String(value) }) })
  }

  cannot(field: string, reason: string): void {
    this.unreachable.push({ field, reason })
  }
}
