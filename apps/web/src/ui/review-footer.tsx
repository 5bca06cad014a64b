import { Button } from './button'

interface ReviewFooterProps {
  /** Why it can't be reviewed yet. */
  why?: string | null
  /** The reason stands beside the buttons, too. */
  saysWhy?: boolean
  onReview: () => void
  onCancel: () => void
}

/** Under a form that asks what a review will then show: nothing is sent from here. */
export const ReviewFooter = ({ why = null, saysWhy, onReview, onCancel }: ReviewFooterProps) => (
  <>
    <Button look="primary" why={why} onClick={onReview}>
      Review…
    </Button>
    <Button onClick={onCancel}>Cancel</Button>
    {saysWhy && why && <span className="text-ink-3 min-w-0 flex-1 text-right text-xs">{why}</span>}
  </>
)
