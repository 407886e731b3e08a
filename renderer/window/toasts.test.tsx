// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startDesign } from '../store/new-design'
import { sessionForTests } from '../store/host-for-tests'
import { SessionProvider } from '../store/session'
import { showToast } from '../store/toasts'
import { closeDialog } from '../store/view'
import { HintProvider } from '../ui/hint'
import { Toasts } from './toasts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

/** What is seen; the same is told to screen readers beside it. */
const said = () => within(screen.getByRole('region', { name: 'Messages' }))

function show() {
  const { session } = sessionForTests()
  startDesign(session)
  render(
    <SessionProvider value={session}>
      <HintProvider>
        <Toasts />
      </HintProvider>
    </SessionProvider>,
  )
  const wait = (seconds: number) => act(() => void vi.advanceTimersByTime(seconds * 1000))
  return { session, wait }
}

describe('a message', () => {
  it('goes after a while, and one with a button later', () => {
    const { session, wait } = show()
    act(() => showToast(session, { tone: 'ok', title: 'Saved' }))
    act(() => showToast(session, { tone: 'info', title: 'Wired', action: { label: 'Undo', run: () => undefined } }))
    wait(6)
    expect(said().queryByText('Saved')).toBeNull()
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy()
    wait(10)
    expect(said().queryByText('Wired')).toBeNull()
  })
  it('stays while the pointer or the focus is on the messages', () => {
    const { session, wait } = show()
    act(() => showToast(session, { tone: 'ok', title: 'Saved' }))
    const messages = screen.getByRole('region', { name: 'Messages' })
    fireEvent.mouseEnter(messages)
    wait(60)
    fireEvent.mouseLeave(messages)
    act(() => screen.getByRole('button', { name: 'Dismiss' }).focus())
    wait(60)
    expect(said().getByText('Saved')).toBeTruthy()
    act(() => screen.getByRole('button', { name: 'Dismiss' }).blur())
    wait(6)
    expect(said().queryByText('Saved')).toBeNull()
  })
})

describe('a conflict', () => {
  it('is asked about until it is settled, whatever else is said and however long it takes', () => {
    const { session, wait } = show()
    const conflicts = (...files: string[]) =>
      act(() => session.store.setState(({ open }) => ({ open: open && { ...open, conflicts: new Set(files) } })))
    conflicts('web.yaml')
    for (let n = 0; n < 6; n++) act(() => showToast(session, { tone: 'ok', title: `Saved ${n}` }))
    wait(3600)
    fireEvent.click(screen.getByRole('button', { name: 'Choose' }))
    expect(session.store.getState().dialog).toEqual({ type: 'changed-on-disk', files: ['web.yaml'] })
    expect(screen.queryByRole('button', { name: 'Choose' })).toBeNull()
    act(() => closeDialog(session))
    expect(said().getByText('web.yaml changed on disk, and has unsaved changes here')).toBeTruthy()
    conflicts()
    expect(screen.queryByRole('button', { name: 'Choose' })).toBeNull()
  })
})
