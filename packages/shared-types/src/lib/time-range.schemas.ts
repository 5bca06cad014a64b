import { z } from 'zod'
import { isTimeRange, mostPoints, rangeNotes, type ChartWidth as Width } from './time-range.ts'

export const TimeRange = z
  .string()
  .refine(isTimeRange, 'is no range of time, such as 3h or 2026-11-24T09:00Z..2026-11-24T10:00Z')

export const RangeNote = z.enum(rangeNotes)

export const ChartWidth = z.enum(Object.keys(mostPoints) as Width[])
