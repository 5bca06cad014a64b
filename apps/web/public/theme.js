// The same as followPreferences() in src/lib/preferences.ts, for the moment before the console has loaded.
try {
  const { theme } = JSON.parse(localStorage.getItem('callboard.preferences') ?? '{}')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // The system's theme, then.
}
