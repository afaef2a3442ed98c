/**
 * How smoothly the map moves: two zones of 100,000 vertices each, which overlap, on the base map, in a headless Chromium
 * that draws without a graphics card. Frames are those that the browser says it drew, while a mouse drags the map to and
 * fro beyond what is drawn around it, and while its wheel zooms.
 */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../tests/support/browser.ts';
import { serveMapPage } from './_map-page.ts';
import type { Figures } from './run.ts';

const VERTICES = 100_000;
const SIZE = { width: 1280, height: 800 };
const EXTENT = [34.0, 31.0, 35.0, 31.8];

export async function run(): Promise<Figures> {
  const served = await serveMapPage();
  const browser = await launchBrowser();
  try {
    served.show({ left: [zone('a', 34.45, 31.4, 0, 1), zone('b', 34.6, 31.42, 1, 2)], extent: EXTENT });
    const page = await browser.newPage({ viewport: SIZE });
    const opened = performance.now();
    await page.goto(served.url);
    await page.locator('.map-zone').nth(1).waitFor();
    const shown = performance.now();
    await page.getByText('1:10m').waitFor();
    const based = performance.now();
    const panned = await frames(browser, page, pan);
    await page.keyboard.press('0');
    const zoomedIn = await frames(browser, page, zoom);
    const pannedNear = await frames(browser, page, pan);
    return {
      vertices: 2 * VERTICES,
      'zones shown after, ms': Math.round(shown - opened),
      'base map 1:10m shown after, ms': Math.round(based - opened),
      'pan, frames a second': rounded(panned.perSecond),
      'pan, 95 % of frames within, ms': Math.round(panned.within95Ms),
      'pan, longest, ms': Math.round(panned.longestMs),
      'zoom by wheel, frames a second': rounded(zoomedIn.perSecond),
      'zoom by wheel, longest, ms': Math.round(zoomedIn.longestMs),
      'pan near by, frames a second': rounded(pannedNear.perSecond),
      'pan near by, longest, ms': Math.round(pannedNear.longestMs),
      'size of the picture': await pictureSize(page),
    };
  } finally {
    await browser.close();
    served.close();
  }
}

/** A ring around a place that is ragged at every scale, as a coast is. */
function zone(id: string, longitude: number, latitude: number, tone: number, seed: number) {
  const random = seeded(seed);
  const waves = Array.from({ length: 14 }, (_, power) => ({ times: 2 ** power, phase: random() * 2 * Math.PI, size: 0.35 / 1.7 ** power }));
  const ring = Array.from({ length: VERTICES }, (_, at) => {
    const angle = (2 * Math.PI * at) / VERTICES;
    const radius = 0.22 * (1 + waves.reduce((sum, { times, phase, size }) => sum + size * Math.sin(times * angle + phase), 0) / 2);
    return [longitude + radius * 1.15 * Math.cos(angle), latitude + radius * Math.sin(angle)];
  });
  return { id, shape: 'zone', coordinates: [[[...ring, ring[0]]]], label: `Zone ${id}`, contested: false, tone };
}

/** Drags to and fro: 900 pixels each way, which goes beyond what is drawn around the picture. */
async function pan(page: Page): Promise<void> {
  const [fromX, fromY] = [1150, 250];
  for (const way of [-1, 1, -1, 1]) {
    const startX = way < 0 ? fromX : fromX - 900;
    await page.mouse.move(startX, fromY);
    await page.mouse.down();
    for (let step = 1; step <= 60; step++) await page.mouse.move(startX + way * 15 * step, fromY + 40 * Math.sin(step / 9));
    await page.mouse.up();
  }
}

async function zoom(page: Page): Promise<void> {
  await page.mouse.move(560, 250);
  for (let step = 0; step < 60; step++) await page.mouse.wheel(0, -20);
}

interface Smoothness {
  readonly perSecond: number;
  readonly within95Ms: number;
  readonly longestMs: number;
}

/** The frames that the browser drew while something was done, from its own record. */
async function frames(browser: Browser, page: Page, doing: (page: Page) => Promise<void>): Promise<Smoothness> {
  await page.waitForTimeout(500);
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline.frame', 'devtools.timeline.frame'] });
  const [before, start] = [await now(page), performance.now()];
  await doing(page);
  const durationMs = performance.now() - start;
  const after = before + durationMs * 1000;
  const record = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: { name: string; ts: number }[] };
  const drawn = record.traceEvents
    .filter(({ name }) => name === 'DrawFrame')
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  const first = drawn[0] ?? 0;
  const within = drawn.filter((ts) => ts <= first + (after - before));
  const gaps = within
    .slice(1)
    .map((ts, at) => (ts - (within[at] as number)) / 1000)
    .sort((a, b) => a - b);
  return {
    perSecond: within.length / (durationMs / 1000),
    within95Ms: gaps[Math.floor(0.95 * gaps.length)] ?? Infinity,
    longestMs: gaps.at(-1) ?? Infinity,
  };
}

async function now(page: Page): Promise<number> {
  return 1000 * (await page.evaluate(() => performance.timeOrigin + performance.now()));
}

async function pictureSize(page: Page): Promise<string> {
  const box = await page.locator('.map-picture').boundingBox();
  return `${Math.round(box?.width ?? 0)} × ${Math.round(box?.height ?? 0)}`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
