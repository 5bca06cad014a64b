export const Logo = ({ size }: { size: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 18 18"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.6}
    aria-hidden
    className="shrink-0"
  >
    <rect x="1" y="2" width="16" height="14" rx="3" />
    <path d="M4 7h10M4 10.5h6" />
  </svg>
)
