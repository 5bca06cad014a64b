import { Star } from 'lucide-react'
import { cx } from '../ui/cx'
import { toggleFavourite } from './favourites'

/** @param name of the stage, for those who don't see the row */
export const FavouriteStar = ({ id, name, on }: { id: string; name: string; on: boolean }) => (
  <button
    type="button"
    aria-pressed={on}
    aria-label={`Favourite: ${name}`}
    onClick={() => toggleFavourite(id)}
    className="hover:bg-line-soft relative z-1 -m-1 grid size-6 place-items-center rounded-sm"
  >
    <Star size={14} aria-hidden className={cx(on ? 'fill-canary text-canary-ink' : 'text-line-strong')} />
  </button>
)
