import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'

/** An X.509 certificate in PEM, signed by its own Ed25519 key, which is made of the text. Instants are epoch seconds. */
export function selfSigned(commonName: string, keyText: string, from: number, to: number): string {
  const digest = createHash('sha256').update(keyText).digest()
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), digest])
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' })
  const ed25519 = sequence(Buffer.from('06032b6570', 'hex'))
  const name = sequence(tagged(0x31, sequence(Buffer.from('0603550403', 'hex'), tagged(0x0c, Buffer.from(commonName)))))
  const serial = tagged(0x02, Buffer.concat([Buffer.from([1]), digest.subarray(0, 8)]))
  const version3 = tagged(0xa0, Buffer.from('020102', 'hex'))
  const body = sequence(version3, serial, ed25519, name, sequence(time(from), time(to)), name, publicKey)
  const signature = tagged(0x03, Buffer.concat([Buffer.from([0]), sign(null, body, key)]))
  const base64 = sequence(body, ed25519, signature).toString('base64')
  return `-----BEGIN CERTIFICATE-----\n${base64.replaceAll(/(.{64})/g, '$1\n').trimEnd()}\n-----END CERTIFICATE-----\n`
}

/** DER: a tag, a length, the content. */
function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...parts: Buffer[]) => tagged(0x30, Buffer.concat(parts))

/** GeneralizedTime, such as `20260115120000Z`. */
const time = (seconds: number) =>
  tagged(0x18, Buffer.from(new Date(seconds * 1000).toISOString().replaceAll(/[-:T]|\.\d+/g, '')))
