export const changeStatuses = ['pending', 'done', 'failed', 'partly_done', 'unclear'] as const
