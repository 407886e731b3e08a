import { describe, expect, it } from 'vitest'
import { imageWords, shortImageWords } from './image-words'

describe('imageWords', () => {
  it.each([
    ['nginx', 'nginx'],
    ['postgres:17.2', 'postgres:17.2'],
    ['acme/shop-api:2.14.0', 'acme/shop-api:2.14.0'],
    ['ghcr.io/acme/shop-api:2.14.0', 'acme/shop-api:2.14.0'],
    ['docker.io/library/nginx:1', 'nginx:1'],
    ['localhost:5000/web:dev', 'web:dev'],
    ['localhost/web', 'web'],
    ['registry.example.com:443/team/a/b:1', 'team/a/b:1'],
    ['nginx@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', 'nginx@0123456'],
    ['a.io/b:1@sha256:0123456789abcdef', 'b:1@0123456'],
  ])('says %s as %s', (image, words) => {
    expect(imageWords(image)).toBe(words)
  })
  it('says only the last part where a container’s name stands beside it', () => {
    expect(shortImageWords('docker.io/grafana/alloy:v1.5.1')).toBe('alloy:v1.5.1')
  })
})
