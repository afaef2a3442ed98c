import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type MapPage, serveMapPage } from '../bench/_map-page.ts';
import { launchBrowser } from './support/browser.ts';
import { words } from './support/words.ts';

let served: MapPage;
let browser: Browser;
beforeAll(async () => {
  [served, browser] = await Promise.all([serveMapPage(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  served?.close();
});

let page: Page;
const faults: string[] = [];
const open = async (given: unknown, options: BrowserContextOptions & { query?: string } = {}): Promise<void> => {
  served.show(given);
  const { query = '', ...rest } = options;
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, reducedMotion: 'reduce', ...rest });
  context.setDefaultTimeout(10_000);
  page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => request.url().startsWith('http') && !request.url().startsWith(served.url) && faults.push(request.url()));
  await page.goto(served.url + query);
  await page.locator('.map-credit:not(:empty)').waitFor();
};
afterEach(async () => {
  await page.context().close();
  expect(faults.splice(0)).toEqual([]);
});

const map = () => page.getByRole('application', { name: 'Map' });
const shape = (name: string | RegExp) => page.getByRole('button', { name });
const scale = () => words(page.locator('.map-scale'));
const measures = () => words(page.locator('.map-measures'));
/** Where a shape is on the page. */
const boxOf = async (name: string | RegExp) => {
  const box = await shape(name).locator('.map-zone').first().boundingBox();
  if (box === null) throw new Error(`${name} is not shown`);
  return box;
};
const middleOf = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) =>
  [x + width / 2, y + height / 2] as const;

const square = (west: number, south: number, size: number) => [
  [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
];
const zone = (id: string, label: string, coordinates: unknown, more = {}) => ({
  id,
  label,
  shape: 'zone',
  coordinates,
  contested: false,
  tone: 0,
  ...more,
});
const NORTH = zone('n', 'شمال', square(34, 31, 0.4), { contested: true, labelSource: 'the Union', description: 'Union, May 2025' });
const SOUTH = zone('s', 'South', square(34.2, 30.8, 0.4), { tone: 1 });

describe('looking', () => {
  it('moves by keys, by mouse and by wheel, and fits everything again', async () => {
    await open({ left: [NORTH, SOUTH] });
    const [start, startScale] = [await boxOf(/South/), await scale()];
    await map().focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await boxOf(/South/)).x).toBeCloseTo(start.x - 80, 0);
    await page.mouse.move(300, 300);
    await page.mouse.down();
    await page.mouse.move(340, 290, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => (await boxOf(/South/)).x).toBeCloseTo(start.x - 40, 0);
    expect((await boxOf(/South/)).y).toBeCloseTo(start.y - 10, 0);
    // A drag is no click: nothing is chosen.
    expect(await page.locator('[aria-pressed="true"]').count()).toBe(0);
    await page.mouse.move(...middleOf(await boxOf(/South/)));
    const before = middleOf(await boxOf(/South/));
    await page.mouse.wheel(0, -400);
    await expect.poll(async () => (await boxOf(/South/)).width).toBeGreaterThan(1.9 * start.width);
    const after = middleOf(await boxOf(/South/));
    expect(Math.hypot(after[0] - before[0], after[1] - before[1])).toBeLessThan(3);
    await expect.poll(scale).not.toBe(startScale);
    await map().focus();
    await page.keyboard.press('0');
    await expect.poll(async () => (await boxOf(/South/)).width).toBeCloseTo(start.width, -1);
    expect(await scale()).toBe(startScale);
  });

  it('is moved and zoomed by two fingers', async () => {
    await open({ left: [NORTH, SOUTH] }, { hasTouch: true });
    const start = await boxOf(/South/);
    const touch = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly (readonly [number, number])[]) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
    await send('touchStart', [
      [450, 300],
      [550, 300],
    ]);
    for (let step = 1; step <= 10; step++) {
      await send('touchMove', [
        [450 - 5 * step, 300],
        [550 + 5 * step, 300],
      ]);
    }
    await send('touchEnd', []);
    // Twice as far apart: twice as large.
    await expect.poll(async () => (await boxOf(/South/)).width / start.width).toBeCloseTo(2, 1);
  });

  it('goes from shape to shape by keys, tells in words what each is, and chooses by Enter or click', async () => {
    await open({ left: [NORTH, SOUTH] });
    await map().focus();
    await page.keyboard.press('PageDown');
    const north = shape('شمال · Union, May 2025 · contested · called so by the Union');
    expect(await north.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('Enter');
    expect(await shape('South').getAttribute('aria-pressed')).toBe('true');
    const box = await boxOf(/شمال/);
    await page.mouse.click(box.x + 10, box.y + 10);
    expect(await north.getAttribute('aria-pressed')).toBe('true');
    // Contested is seen, too: its border is broken.
    expect(
      await north
        .locator('.map-zone')
        .first()
        .evaluate((path) => getComputedStyle(path).strokeDasharray),
    ).not.toBe('none');
    await page.mouse.click(10, 10);
    expect(await page.locator('[aria-pressed="true"]').count()).toBe(0);
  });

  it('draws nothing, a point, a metre, the world, across the antimeridian and around a pole', async () => {
    const belt = [
      [
        [
          [-180, 75],
          [-90, 75],
          [0, 75],
          [90, 75],
          [180, 75],
          [180, 90],
          [-180, 90],
          [-180, 75],
        ],
      ],
    ];
    const given = {
      nothing: [],
      point: [{ id: 'p', shape: 'place', coordinates: [[34, 31]], label: 'here', contested: true, tone: 9 }],
      meter: [zone('m', 'metre', square(34, 31, 0.00001))],
      'the world and a metre': [
        zone('w', 'all', [
          [
            [
              [-180, -90],
              [180, -90],
              [180, 90],
              [-180, 90],
              [-180, -90],
            ],
          ],
        ]),
        zone('m', 'metre', square(34, 31, 0.00001)),
      ],
      antimeridian: [
        zone('a', 'Fiji', [
          [
            [
              [177, -19],
              [-179, -19],
              [-179, -15],
              [177, -15],
              [177, -19],
            ],
          ],
        ]),
      ],
      pole: [zone('n', 'Arctic', belt)],
    };
    await open({ left: [] });
    for (const [name, left] of Object.entries(given)) {
      served.show({ left });
      await page.goto(served.url);
      await map().waitFor();
      for (const one of left) {
        const box = await page.locator(`[data-shape="${one.id}"] path`).last().boundingBox();
        expect([name, one.id, box !== null && box.width > 4 && box.height > 4]).toEqual([name, one.id, true]);
      }
      await map().focus();
      for (const key of ['+', '+', 'ArrowLeft', '-', '-', '-', '-', '0']) await page.keyboard.press(key);
    }
  });

  it('parts two sets of shapes by a handle that is dragged or moved by keys, from the right where one reads so', async () => {
    const given = { left: [NORTH], right: [SOUTH], leftName: 'Union', rightName: 'Council' };
    await open(given);
    const handle = page.getByRole('slider', { name: 'Divide between Union and Council' });
    const shown = async (name: RegExp) => {
      const side = page.locator('.map-side', { has: shape(name) });
      return side.evaluate((element) => (element as HTMLElement).style.clipPath);
    };
    expect([await shown(/شمال/), await shown(/South/)]).toEqual(['inset(0px 50% 0px 0px)', 'inset(0px 0px 0px 50%)']);
    await handle.focus();
    await page.keyboard.press('ArrowRight');
    expect(await handle.getAttribute('aria-valuenow')).toBe('52');
    await page.keyboard.press('Home');
    expect(await shown(/شمال/)).toBe('inset(0px 100% 0px 0px)');
    await page.keyboard.press('PageUp');
    const grip = middleOf((await handle.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 });
    await page.mouse.move(...grip);
    await page.mouse.down();
    await page.mouse.move(750, grip[1], { steps: 4 });
    await page.mouse.up();
    expect(await handle.getAttribute('aria-valuenow')).toBe('75');
    await page.context().close();

    await open(given, { query: '?locale=ar-XB' });
    const turned = page.getByRole('slider');
    expect(await shown(/شمال/)).toBe('inset(0px 0px 0px 50%)');
    await turned.focus();
    await page.keyboard.press('ArrowLeft');
    expect(await turned.getAttribute('aria-valuenow')).toBe('52');
  });

  it('is saved as it is seen, with its names, scale and source, as a PNG of three times the size', async () => {
    await open({ left: [NORTH], right: [SOUTH], leftName: 'Union', rightName: 'Council' });
    const picture = (await page.locator('.map-picture').boundingBox()) ?? { width: 0, height: 0 };
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the map as it is seen, as a PNG' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('map.png');
    const png = readFileSync(await download.path());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Math.round(3 * picture.width), Math.round(3 * picture.height)]);
    // Patterns, strokes and letters take far more than an empty picture of this size.
    expect(png.length).toBeGreaterThan(60_000);
  });

  it('tells apart by patterns what is in one map alone and in both', async () => {
    await open({
      left: [],
      difference: {
        first: 'Union',
        second: 'Council',
        onlyFirst: square(34, 31, 0.2),
        both: square(34.2, 31, 0.2),
        onlySecond: square(34.4, 31, 0.2),
      },
      extent: [34, 31, 34.6, 31.2],
    });
    expect(await page.locator('.map-legend li').allTextContents()).toEqual(['only in Union', 'in both', 'only in Council']);
    const fills = await page.locator('.map-picture .map-difference').evaluateAll((paths) => paths.map((path) => path.getAttribute('fill')));
    expect(new Set(fills).size).toBe(3);
    for (const fill of fills) expect(await page.locator(`pattern[id="${fill?.slice(5, -1)}"]`).count()).toBe(1);
  });
});

describe('drawing', () => {
  const AROUND = [34, 31, 35, 32];
  const vertices = () => page.locator('.map-vertex:not(.middle)');
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });

  it('adds by click, moves by drag, inserts from the middle of an edge, takes out, undoes and does again', async () => {
    await open({ left: [], drawing: 'zone', extent: AROUND });
    expect(await measures()).toContain('A zone needs three vertices');
    for (const [x, y] of [
      [400, 200],
      [600, 200],
      [600, 400],
    ] as const)
      await page.mouse.click(x, y);
    await expect.poll(measures).toMatch(/^[\d,.]+ km² · border [\d,.]+ km · 3 vertices$/);
    const three = await measures();
    await page.mouse.move(600, 400);
    await page.mouse.down();
    await page.mouse.move(650, 450, { steps: 5 });
    await page.mouse.up();
    await expect.poll(measures).not.toBe(three);
    const moved = await measures();
    await page.mouse.move(500, 200);
    await page.mouse.down();
    await page.mouse.move(500, 120, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => vertices().count()).toBe(4);
    // The whole drag and the vertex that it made are undone together with nothing else.
    await map().focus();
    await page.keyboard.press('Control+z');
    await expect.poll(measures).toBe(moved);
    await page.keyboard.press('Control+z');
    await expect.poll(measures).toBe(three);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(measures).toBe(moved);
    await page.mouse.click(400, 200);
    await map().focus();
    await page.keyboard.press('Delete');
    await expect.poll(() => vertices().count()).toBe(2);
  });

  it('is done by keyboard alone: typed in degrees or with minutes and seconds, moved, inserted and taken out in the list', async () => {
    await open({ left: [], drawing: 'line', extent: AROUND });
    const place = page.getByRole('textbox', { name: 'Latitude and longitude' });
    await place.focus();
    await page.keyboard.type('31.5, 34.25');
    await page.keyboard.press('Enter');
    await page.keyboard.type('31°30′ N 34°45′ E');
    await page.keyboard.press('Enter');
    // Half a degree along 31.5 north: cos β × a × π/360 with tan β = (1 − f) tan φ is 47.501 km.
    await expect.poll(measures).toBe('47.501 km · 2 vertices');
    await page.keyboard.type('here');
    await page.keyboard.press('Enter');
    await page.getByText('Write a latitude and a longitude').waitFor();
    await page.getByRole('combobox', { name: 'Coordinates as' }).selectOption('sexagesimal');
    expect(await field('Longitude of vertex 2').inputValue()).toBe('34°45′00.00″ E');
    await field('Longitude of vertex 2').fill('34 30 0');
    await page.keyboard.press('Enter');
    await expect.poll(measures).toBe('23.751 km · 2 vertices');
    await field('Latitude of vertex 2').fill('95');
    await page.keyboard.press('Enter');
    expect(await field('Latitude of vertex 2').getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await field('Latitude of vertex 2').inputValue()).toBe('31°30′00.00″ N');
    await page.getByRole('button', { name: 'Insert a vertex behind vertex 1' }).press('Enter');
    expect(await vertices().count()).toBe(3);
    await page.getByRole('button', { name: 'Take out vertex 2' }).press('Enter');
    expect(await vertices().count()).toBe(2);
    // On the map: the cross in the middle.
    await map().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => vertices().count()).toBe(3);
    // From wherever the focus is, but for a field that undoes its own typing.
    await page.getByRole('button', { name: 'Another line' }).focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => vertices().count()).toBe(2);
    await page.keyboard.press('Control+Shift+Z');
    await expect.poll(() => vertices().count()).toBe(3);
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect.poll(() => vertices().count()).toBe(2);
  });

  it('edits what is there, and nothing is wrong with it for axe', async () => {
    await open({ left: [NORTH, SOUTH], drawing: { shape: 'zone', coordinates: SOUTH.coordinates } }, { colorScheme: 'dark' });
    expect(await vertices().count()).toBe(4);
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .disableRules(['page-has-heading-one', 'region', 'landmark-one-main'])
      .analyze();
    expect(violations.map(({ id, nodes }) => ({ id, at: nodes.slice(0, 2).map(({ html }) => html.slice(0, 200)) }))).toEqual([]);
  });
});
