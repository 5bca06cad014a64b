import { CopyPlus, Plus } from 'lucide-react'
import { useWhyNot } from '../lib/why-not'
import { Button } from '../ui/button'

interface ApiStageActsProps {
  connection: string
  onCreate: () => void
  onCopy: () => void
}

/** What is done to an API's stages from where they stand side by side. */
export function ApiStageActs({ connection, onCreate, onCopy }: ApiStageActsProps) {
  const whyNotCreate = useWhyNot(connection, ['apigateway:POST'], 'Making a stage')
  const whyNotCopy = useWhyNot(connection, ['apigateway:PATCH'], 'Copying settings')
  return (
    <>
      <Button size="small" why={whyNotCopy} onClick={onCopy}>
        <CopyPlus size={13} aria-hidden /> Copy settings…
      </Button>
      <Button size="small" why={whyNotCreate} onClick={onCreate}>
        <Plus size={13} aria-hidden /> New stage…
      </Button>
    </>
  )
}
