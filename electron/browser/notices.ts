import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { NoticeName, Notices } from '../../shared/host'

/** The open windows: one WebSocket each, which only the host sends on. */
export type NoticeSockets = {
  /** Takes over an upgrade that was found to come from a known window. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void
  notify<N extends NoticeName>(name: N, notice: Notices[N]): void
  close(): void
}

const MOST = 50
const PING_MS = 30_000

/** `counted` is told how many windows there are, each time one comes or goes. */
export function createNoticeSockets(counted: (windows: number) => void): NoticeSockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false })
  const answered = new Set<WebSocket>()
  const ping = setInterval(() => {
    for (const socket of server.clients) {
      if (!answered.delete(socket)) socket.terminate()
      else socket.ping()
    }
  }, PING_MS)
  ping.unref()
  return {
    accept(request, socket, head) {
      if (server.clients.size >= MOST) {
        refuseUpgrade(socket, '503 Service Unavailable')
        return
      }
      server.handleUpgrade(request, socket, head, window => {
        answered.add(window)
        counted(server.clients.size)
        window.on('pong', () => answered.add(window))
        window.on('error', () => window.terminate())
        window.on('close', () => {
          answered.delete(window)
          counted(server.clients.size)
        })
      })
    },
    notify(name, notice) {
      const message = JSON.stringify({ name, notice })
      for (const socket of server.clients) socket.send(message)
    },
    close() {
      clearInterval(ping)
      for (const socket of server.clients) socket.terminate()
      server.close()
    },
  }
}

/** Answers an upgrade with a status and ends the connection. */
export function refuseUpgrade(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
