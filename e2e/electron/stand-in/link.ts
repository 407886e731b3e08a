/** Two processes that ask each other. A call has a number, and its answer the same one. */
export type Link<Theirs> = {
  /** Rejects with the other side's message where it failed, and when the other side is gone. */
  ask<N extends keyof Theirs & string>(name: N, input: InputOf<Theirs, N>): Promise<OutputOf<Theirs, N>>
  /** Ends every call that waits for an answer. */
  end(why: string): void
}

/** The ends of a channel that carries what a structured clone can. */
export type Channel = {
  send(message: unknown): void
  listen(heard: (message: unknown) => void): void
}

/** What one side answers: each call takes one value and gives one. */
export type Answers<Calls> = { readonly [N in keyof Calls]: (input: InputOf<Calls, N>) => Promise<OutputOf<Calls, N>> }

type InputOf<Calls, N extends keyof Calls> = Calls[N] extends (input: infer I) => unknown ? I : never
type OutputOf<Calls, N extends keyof Calls> = Calls[N] extends (input: never) => infer O ? O : never

type Message =
  | { readonly type: 'ask'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly message: string }

export function createLink<Own, Theirs>(channel: Channel, answers: Answers<Own>): Link<Theirs> {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let ended: string | null = null
  let asked = 0

  const answer = async (id: number, name: string, input: unknown): Promise<void> => {
    let message: Message
    try {
      message = { type: 'answer', id, value: await answerOf(answers, name)(input) }
    } catch (error) {
      message = { type: 'failure', id, message: error instanceof Error ? error.message : String(error) }
    }
    if (ended === null) channel.send(message)
  }
  channel.listen(raw => {
    const message = readMessage(raw)
    if (message.type === 'ask') void answer(message.id, message.name, message.input)
    else {
      const asker = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.type === 'answer') asker?.resolve(message.value)
      else asker?.reject(new Error(message.message))
    }
  })
  return {
    ask(name, input) {
      if (ended !== null) return Promise.reject(new Error(ended))
      const id = asked++
      const answered = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }))
      channel.send({ type: 'ask', id, name, input } satisfies Message)
      return readAnswer(answered)
    },
    end(why) {
      ended = why
      for (const { reject } of waiting.values()) reject(new Error(why))
      waiting.clear()
    },
  }
}

/** Both ends are built from the same contract: nothing is checked but that the call is there. */
function answerOf<Own>(answers: Answers<Own>, name: string): (input: unknown) => Promise<unknown> {
  const found = (answers as Record<string, ((input: unknown) => Promise<unknown>) | undefined>)[name]
  if (!found) throw new Error(`Nobody answers ${name}`)
  return found
}

function readAnswer<T>(answered: Promise<unknown>): Promise<T> {
  return answered as Promise<T>
}

function readMessage(raw: unknown): Message {
  return raw as Message
}
