import { Trash2 } from 'lucide-react'
import { useWhyNot } from '../lib/why-not'
import { Button } from '../ui/button'

export function PlanActs({ connection, onRemove }: { connection: string; onRemove: () => void }) {
  const whyNot = useWhyNot(connection, ['apigateway:PATCH', 'apigateway:DELETE'], 'Deleting a plan')
  return (
    <Button why={whyNot} onClick={onRemove}>
      <Trash2 size={14} aria-hidden /> Delete…
    </Button>
  )
}
