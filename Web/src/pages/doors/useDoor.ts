import { useEffect, useRef, useState } from 'react'
import { doorProblem, isDeadLink } from './doorProblem'
import { waitOf } from '../frame/sentences'

export interface Door {
  readonly isBusy: boolean
  /** Seconds until the server lets one try again. */
  readonly wait: number
  readonly problem: string | null
  /** Knocks; whatever goes wrong is in `problem` afterwards. */
  go(knock: () => Promise<void>): Promise<void>
}

/** Sending a form of a door: one at a time, and not before the server's pause is over. */
export function useDoor(onDeadLink?: () => void): Door {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [wait, setWait] = useState(0)
  const isUnderWay = useRef(false)
  useEffect(() => {
    if (wait <= 0) return undefined
    const timer = setTimeout(() => setWait(wait - 1), 1_000)
    return () => clearTimeout(timer)
  }, [wait])
  const go = async (knock: () => Promise<void>): Promise<void> => {
    if (isUnderWay.current || wait > 0) return
    isUnderWay.current = true
    setBusy(true)
    setProblem(null)
    try {
      await knock()
    } catch (failure) {
      if (onDeadLink !== undefined && isDeadLink(failure)) onDeadLink()
      else setProblem(doorProblem(failure))
      setWait(waitOf(failure) ?? 0)
    } finally {
      isUnderWay.current = false
      setBusy(false)
    }
  }
  return { isBusy, wait, problem, go }
}
