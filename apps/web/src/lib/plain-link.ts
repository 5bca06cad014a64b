import { useRouter } from '@tanstack/react-router'
import { useCallback, type MouseEvent } from 'react'

/**
 * For links in tables of thousands of rows: the router's own Link costs more to draw than the rest of its row.
 * @returns goes where an ordinary `<a href>` leads, without loading the page anew
 */
export function usePlainLink() {
  const { history } = useRouter()
  return useCallback(
    (event: MouseEvent<HTMLAnchorElement>) => {
      const { button, metaKey, ctrlKey, shiftKey, altKey } = event
      if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return
      event.preventDefault()
      history.push(event.currentTarget.getAttribute('href')!)
    },
    [history],
  )
}
