import { expect, it } from 'vitest';
import { endpointOf } from './endpoint.ts';

it.each([
  ['http://127.0.0.1:11434/v1', true],
  ['http://localhost:8080/v1/chat/completions', true],
  ['http://[::1]:8080', true],
  ['http://127.1/v1', true],
  ['http://0.0.0.0:11434/v1', false],
  ['http://localhost.example.org/v1', false],
  ['http://127.0.0.1.example.org/v1', false],
  ['https://models.example.org/v1', false],
  ['http://192.168.1.5:11434/v1', false],
])('text sent to %s stays on this machine: %s', (address, isLoopback) => {
  const endpoint = endpointOf(address);
  expect(endpoint.isLoopback).toBe(isLoopback);
  expect(endpoint.url.pathname).toMatch(/\/chat\/completions$/);
});

it.each(['', 'models', 'file:///etc/passwd', 'ftp://127.0.0.1/v1', 'http://user:word@127.0.0.1/v1'])(
  '%j is refused, its password unsaid',
  (address) => {
    expect(() => endpointOf(address)).toThrow(/endpoint/);
    expect(() => endpointOf(address)).not.toThrow(/:word/);
  },
);
