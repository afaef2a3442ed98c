import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pageForEachTest, servedApp } from './support/served-app.ts';
import { addGround, NORTHERN_FILE, POPULATION_TABLE, SOUTHERN_FILE } from './support/two-maps.ts';
import { words } from './support/words.ts';

const app = servedApp(async (workbench) => {
  await workbench.parley('new', 'plain.parley', '--title', 'Talks on the plain');
  for (const party of ['Northmark', 'Southmark']) await workbench.parley('party', 'plain.parley', party, '--id', party.toLowerCase());
  await workbench.parley('compartment', 'plain.parley', 'The team', '--id', 'team');
  await workbench.parley(
    'issue',
    'plain.parley',
    'Where the line runs',
    '--id',
    'line',
    '--kind',
    'map',
    '--option',
    'As Northmark draws it',
  );
  return ['plain.parley'];
});
let page: Page;
pageForEachTest(app, (opened) => {
  page = opened;
});

const list = () => page.getByRole('region', { name: 'Maps by party, version and phase' });
const figures = () => page.getByRole('region', { name: 'Figures' });
const side = () => page.getByRole('complementary');
const status = () => page.locator('.status-line');
const maps = async (query = ''): Promise<void> => {
  await page.getByRole('link', { name: 'Talks on the plain' }).click();
  await page.keyboard.press('Shift+M');
  await page.getByRole('region', { name: 'Maps', exact: true }).waitFor();
  if (query !== '') await page.goto(page.url() + query);
};

/** The tests follow each other on one case: each begins with what the ones before recorded. */
describe('a mediator', () => {
  it('is told what to do first, and adds a map of each side from a file after seeing what it holds', async () => {
    await maps();
    const steps = page.getByRole('region', { name: 'What to do first' });
    expect(await words(steps.locator('[aria-current]'))).toContain('Add a first map');
    await steps.getByRole('link', { name: 'Add a first map' }).click();
    await importFile('southern.geojson', SOUTHERN_FILE);
    // What cannot be read leaves nothing of the file before it that might be recorded in its place.
    await page.route('**/map/read', (route) => route.fulfill({ body: 'cut off' }), { times: 1 });
    await chooseFile('northern.geojson', NORTHERN_FILE);
    await side().getByText('First choose a file.').waitFor();
    expect(
      await side()
        .getByRole('button', { name: /^Record/ })
        .count(),
    ).toBe(0);
    await importFile('northern.geojson', NORTHERN_FILE);
    expect(await words(side().getByRole('region', { name: 'What is in the file' }))).toContain(
      '2 zones Northern zone, west zone Northern zone, east zone What was left out or repaired Nothing',
    );
    // Nothing is recorded yet.
    expect(await list().getByRole('checkbox').count()).toBe(0);
    await side().getByLabel('Whose map it is').selectOption({ label: 'Northmark' });
    await side().getByLabel('Which map').fill('first map');
    await side().getByLabel('Date of the map').fill('2025-03');
    await side().getByLabel('Accuracy, in metres').fill('100');
    await side().getByLabel('How it was made').selectOption({ label: 'official file' });
    await side().getByRole('button', { name: 'Record 2 features' }).click();
    // The list may know of it before the answer is there that can be undone.
    await side().waitFor({ state: 'detached' });
    await list().getByRole('checkbox', { name: 'first map' }).waitFor();
    expect(await words(list())).toMatch(/Northmark first map March 2025 · official file · within 100 m public/);

    // Undone as one, and done again; what is still being reckoned then would be of features that are gone.
    await figures().getByRole('table', { name: 'The maps shown, side by side' }).waitFor();
    await page.keyboard.press('u');
    await expect.poll(() => list().count()).toBe(0);
    await page.getByRole('button', { name: 'Add a map from a file' }).click();
    await importFile('northern.geojson', NORTHERN_FILE);
    await fillImport('Northmark', 'first map', '2025-03', '100');
    await page.getByRole('button', { name: 'Add a map from a file' }).click();
    await importFile('southern.geojson', SOUTHERN_FILE);
    await fillImport('Southmark', 'second map', '2025-04-02', '200');
    await list().getByRole('checkbox', { name: 'second map' }).waitFor();
  });

  it('reads the figures side by side, each with what it can be, and people with their year', async () => {
    await addGround(page, app.serving().url);
    await maps();
    await page.getByRole('button', { name: 'Add a place' }).click();
    await side().getByLabel('Name', { exact: true }).fill('District hospital');
    await side().getByLabel('Latitude and longitude').fill('10°03′ N 20°06′ E');
    await side().getByLabel('What it is', { exact: true }).selectOption({ label: 'hospital' });
    await side().getByRole('button', { name: 'Add', exact: true }).click();
    await list().getByRole('checkbox', { name: '1 hospital' }).waitFor();
    await page.getByRole('button', { name: 'Add a count of people' }).click();
    await chooseFile('people.csv', POPULATION_TABLE);
    await side().getByLabel('What it is called').fill('Census');
    await side().getByLabel('Year of the count').fill('2017');
    await side().getByLabel('Counted before people were displaced').check();
    await side().getByRole('button', { name: 'Record', exact: true }).click();
    await side().getByText('Census, 2017, before displacement').waitFor();
    expect(await words(side())).toContain('12,000 people in 2 cells');
    await page.keyboard.press('Escape');
    const table = figures().getByRole('table', { name: 'The maps shown, side by side' });
    await table.waitFor();
    const row = (name: string) => words(table.getByRole('row', { name: new RegExp(`^${name}`) }));
    await expect
      .poll(() => row('Northmark: first map'), { timeout: 20_000 })
      .toMatch(/242\.5\d km² 235\.\d+ km² to 249\.\d+ km² 8,000 .*1 piece/);
    expect(await row('Southmark: second map')).toMatch(/145\.5\d km² 138\.\d+ km² to 153\.\d+ km² .* of this map/);
    expect(await words(figures())).toContain('People: Census, 2017, before displacement.');
    const sites = figures().getByRole('table', { name: /^Sites/ });
    expect(await words(sites.getByRole('row', { name: /^Reed crossing/ }))).toMatch(/uncertain: 55 m .* inside, 3,3\d\d m from the border/);
    const units = figures().getByRole('table', { name: 'Municipalities and camps' });
    expect(await words(units.getByRole('row', { name: /^Camp Alder/ }))).toMatch(/cut by the border 50 % .* inside/);

    await figures().getByRole('link', { name: 'Who claims what' }).click();
    const claims = figures().getByRole('table', { name: /^What exactly these claim/ });
    expect(await words(claims.getByRole('row', { name: /^Northmark and Southmark/ }))).toContain('145.5');
  });

  it('looks at what is where on the map, and swipes between the two, or sees what only one of them has', async () => {
    await maps();
    await page.getByLabel('Two maps').selectOption({ label: 'swipe between two' });
    const handle = page.getByRole('slider', { name: 'Divide between Northmark: first map and Southmark: second map' });
    await handle.focus();
    const before = await handle.getAttribute('aria-valuenow');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => handle.getAttribute('aria-valuenow')).not.toBe(before);
    await page.getByLabel('Two maps').selectOption({ label: 'what only one of two has' });
    await page.getByRole('list').getByText('only in Northmark: first map').waitFor();
    expect(new URL(page.url()).searchParams.get('mode')).toBe('difference');
    // Before South drew its map there was one.
    await page.goto(new URL('maps?heldOn=2025-03-20', page.url()).href);
    await page.getByText('1 map is of later than 20 March 2025, and is not shown.').waitFor();
    expect(await list().getByRole('checkbox', { name: 'second map' }).count()).toBe(0);
    // From a shape to what is known of it, and back to the shape.
    await page.getByRole('application').focus();
    for (const key of ['PageDown', 'Enter']) await page.keyboard.press(key);
    await side().waitFor();
    await page.keyboard.press('Escape');
    await side().waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-shape'))).not.toBeNull();
  });

  it('opens a feature, reads whose it is and what lies in it, and lets it stand for an option', async () => {
    await maps();
    await list().locator('summary').filter({ hasText: '2 features' }).click();
    await list().getByRole('link', { name: 'Northern zone, east' }).click();
    expect(await words(side())).toContain('As drawn by Northmark');
    await side().getByText('121.2').first().waitFor();
    expect(await words(side())).toMatch(/Sites inside District hospital .* Reed crossing uncertain/);
    await side().getByLabel('Let it stand for').selectOption({ label: 'Where the line runs: As Northmark draws it' });
    await side().getByRole('button', { name: 'Link' }).click();
    await side().getByRole('link', { name: 'Where the line runs' }).click();
    // From the option back to the feature, alone on the map.
    await page.getByRole('complementary').getByRole('link', { name: 'on the map', exact: true }).click();
    await page.getByText('Only what was linked is shown: 1 feature.').waitFor();
    expect(await list().getByRole('checkbox', { name: 'second map' }).isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => list().getByRole('checkbox', { name: 'second map' }).isChecked()).toBe(true);
  });

  it('draws a line by keyboard, undoes a corner, records it, and redraws it as a later version', async () => {
    await maps();
    await page.getByRole('button', { name: 'Draw a line' }).press('Enter');
    const place = page.getByLabel('Latitude and longitude');
    for (const one of ['10.0, 20.12', '10.05, 20.13', '9.0, 25.0', '10.1, 20.12']) {
      await place.fill(one);
      await place.press('Enter');
    }
    await page.getByRole('button', { name: 'Take out vertex 3' }).press('Enter');
    await expect.poll(() => page.getByLabel('Latitude of vertex 3').inputValue()).toContain('10.1');
    // What is drawn is still there when the panel was closed by mistake and another view looked at.
    await side().getByRole('button', { name: 'Cancel' }).press('Enter');
    await page.getByRole('link', { name: 'Table', exact: true }).click();
    await page.getByRole('link', { name: 'Maps', exact: true }).click();
    await page.getByRole('button', { name: 'Draw a line' }).press('Enter');
    await expect.poll(() => page.getByLabel('Latitude of vertex 3').inputValue()).toContain('10.1');
    await side().getByLabel('Name', { exact: true }).fill('Line of the wells');
    await side().getByLabel('Whose map it is').selectOption({ label: 'Northmark' });
    await side().getByLabel('Which map').fill('line of 2024');
    await side().getByRole('button', { name: 'Record', exact: true }).press('Enter');
    await side().getByRole('heading', { name: 'Line of the wells' }).waitFor();
    expect(await words(side())).toMatch(/Length 11\.\d km/);

    await side().getByRole('button', { name: 'Change what is known of it' }).press('Enter');
    await side().getByLabel('Who calls it so').fill('the villagers');
    await side().getByRole('button', { name: 'Save' }).press('Enter');
    await side().getByText('the villagers').waitFor();
    await side().getByRole('button', { name: 'Change where it runs' }).press('Enter');
    await page.getByLabel('Longitude of vertex 2').fill('20.14');
    await page.getByLabel('Longitude of vertex 2').press('Enter');
    await side().getByLabel('Which map').fill('line of 2025');
    await side().getByRole('button', { name: 'Record', exact: true }).press('Enter');
    await side().getByText('Replaces', { exact: true }).waitFor();
    expect(await words(list())).toMatch(/line of 2024 .* replaced by line of 2025/);
    await figures()
      .getByRole('region', { name: 'From line to line' })
      .getByText(/on balance .* to the (right|left) of the first/)
      .waitFor();
    // Taken back, the earlier version stands alone again.
    await page.keyboard.press('Escape');
    await page.locator('#view').focus();
    await page.keyboard.press('u');
    await expect.poll(() => words(list())).not.toContain('line of 2025');
  });

  it('finds lines between the two maps, which are no proposal, and records one where only the team sees it', async () => {
    await maps();
    await page.getByRole('button', { name: 'Lines between two maps' }).click();
    await side().getByText('not a proposal by Parley').first().waitFor();
    await side()
      .getByRole('button', { name: /^Record as a feature: Line at 50 %/ })
      .click();
    expect(await side().getByLabel('Compartment').locator('option').allTextContents()).toEqual(['The team']);
    await side().getByRole('button', { name: 'Record', exact: true }).click();
    await side()
      .getByRole('heading', { name: /^Between Northmark/ })
      .waitFor();
    expect(await words(side())).toContain('The team');
    expect(await words(status())).toContain('Line at 50 %');
  });

  it('prints a sheet with the map, its scale, the figures, and of each map its date, accuracy and source', async () => {
    await maps();
    await figures().getByRole('table', { name: 'The maps shown, side by side' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('.print-only');
    expect(await words(sheet.first())).toContain('Talks on the plain');
    expect(await words(sheet.last())).toMatch(/Northmark: first map March 2025 · within 100 m no source named public/);
    expect(await words(sheet.last())).toContain('Natural Earth');
    for (const part of [sheet.first(), sheet.last(), page.locator('.map-canvas')]) expect(await part.isVisible()).toBe(true);
    expect(await words(figures())).toContain('People: Census, 2017, before displacement.');
    expect(await page.locator('.map-scale-bar').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Draw a line' }).isVisible()).toBe(false);
    expect(await page.getByRole('navigation', { name: 'Views' }).isVisible()).toBe(false);
  });

  it('takes what is shown along as a file', async () => {
    await maps();
    for (const [name, start] of [
      ['GeoJSON', '{'],
      ['KML', '<'],
      ['PDF', '%PDF'],
      ['Excel', 'PK'],
      ['Figures as Word', 'PK'],
    ] as const) {
      const href = await page.getByRole('link', { name, exact: true }).getAttribute('href');
      const answer = await page.request.get(`${app.serving().url}${href}`, { timeout: 30_000 });
      expect([name, answer.status(), (await answer.body()).subarray(0, start.length).toString()]).toEqual([name, 200, start]);
    }
  });

  it('reads it from right to left', async () => {
    await page.goto(`${app.serving().url}/?locale=ar-XB`);
    await page.getByRole('link', { name: 'Talks on the plain' }).click();
    await page.keyboard.press('Shift+M');
    const [listBox, mapBox] = await Promise.all([page.locator('.layer-list').boundingBox(), page.locator('.map-stage').boundingBox()]);
    expect(listBox?.x ?? 0).toBeGreaterThan(mapBox?.x ?? 0);
  });
});

async function importFile(name: string, text: string): Promise<void> {
  await chooseFile(name, text);
  await side().getByRole('region', { name: 'What is in the file' }).waitFor();
}

async function chooseFile(name: string, text: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    side()
      .getByRole('button', { name: /^Choose a/ })
      .click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
}

async function fillImport(party: string, version: string, on: string, accuracyMeters: string): Promise<void> {
  await side().getByLabel('Whose map it is').selectOption({ label: party });
  await side().getByLabel('Which map').fill(version);
  await side().getByLabel('Date of the map').fill(on);
  await side().getByLabel('Accuracy, in metres').fill(accuracyMeters);
  await side()
    .getByRole('button', { name: /^Record \d/ })
    .click();
  await side().waitFor({ state: 'detached' });
}
