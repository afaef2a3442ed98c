import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type OpenPage, openPage } from './open-page.ts';
import { makeWideCase } from './wide-case.ts';
import { newWorkbench, type Serving } from './workbench.ts';

// Looked at by people; the tests only write them.
const SCREENS = fileURLToPath(new URL('../../.screens/', import.meta.url));

/** A view by its address within a case, and what shows that it is there whole. */
interface View {
  readonly name: string;
  readonly path: string;
  readonly shows: string;
}

const EXAMPLE: readonly View[] = [
  { name: 'table', path: 'table?heldOn=2024-06-15', shows: '.positions .stance-line' },
  { name: 'table-cell', path: 'table?heldOn=2024-06-15&cell=toldrane,water-share', shows: '.panel .statement' },
  { name: 'table-issue', path: 'table?heldOn=2024-06-15&issue=monitoring', shows: '.panel .held' },
  { name: 'record', path: 'record', shows: '.lines tbody tr' },
  { name: 'add-report', path: 'record?open=report', shows: '.panel textarea' },
  { name: 'reading', path: 'record/wire-0305', shows: '.source-text .seg' },
  { name: 'reading-arabic', path: 'record/inter-basin-0429', shows: '.source-text .seg' },
  { name: 'figures', path: 'figures', shows: '.figures tbody tr' },
  { name: 'stability', path: 'stability', shows: '.option-table td' },
  { name: 'stability-state', path: 'stability?state=YNYNN', shows: '.panel .story' },
  { name: 'stability-preference', path: 'stability?open=preference:by-toldrane:toldrane-wants', shows: '.panel fieldset' },
  { name: 'bargain', path: 'bargain?heldOn=2024-06-30', shows: '.package-table td' },
  { name: 'bargain-package', path: 'bargain?heldOn=2024-06-30&ratify=all&package=1', shows: '.panel .gives li' },
  { name: 'bargain-priority', path: 'bargain?open=priority:toldrane:toldrane-line', shows: '.panel .order li' },
  { name: 'exchange', path: 'exchange?heldOn=2024-06-30', shows: '.step-chart .block' },
  { name: 'exchange-beside', path: 'exchange?beside=lists-at-once', shows: '.beside .block' },
  { name: 'exchange-weighing', path: 'exchange?open=weighing:toldrane', shows: '.panel .order li' },
  { name: 'setup', path: 'setup', shows: '.setup-section li' },
  { name: 'setup-cue', path: 'setup?open=cue', shows: '.panel form' },
  { name: 'setup-proposal', path: 'setup?open=proposal', shows: '.panel fieldset' },
  { name: 'setup-issue', path: 'setup?open=issue:return', shows: '.panel fieldset' },
];
const WITH_MAPS: readonly View[] = [
  { name: 'maps', path: 'maps', shows: '.reckoning .band' },
  { name: 'maps-feature', path: 'maps?mode=swipe&open=feature:between-1-and-23', shows: '.panel .facts .band' },
  { name: 'maps-drawing', path: 'maps?open=edit:line-23', shows: '.map-draft-panel tbody tr' },
];
const EMPTY: readonly View[] = [
  { name: 'table', path: 'table', shows: '.first-steps' },
  { name: 'record', path: 'record', shows: '.first-steps' },
  { name: 'figures', path: 'figures', shows: '.view-caption' },
  { name: 'stability', path: 'stability', shows: '.first-steps' },
  { name: 'bargain', path: 'bargain', shows: '.first-steps' },
  { name: 'exchange', path: 'exchange', shows: '.first-steps' },
  { name: 'maps', path: 'maps?open=import', shows: '.panel .file-drop' },
  { name: 'setup', path: 'setup', shows: '.first-steps' },
];
const WIDE: readonly View[] = [
  { name: 'table', path: 'table', shows: '.positions .stance-line' },
  { name: 'table-cell', path: 'table?cell=party-1,issue-2', shows: '.panel .statement' },
  { name: 'record', path: 'record', shows: '.lines tbody tr' },
  { name: 'reading', path: 'record/source-0', shows: '.source-text .seg' },
  { name: 'setup', path: 'setup', shows: '.setup-section li' },
];

type LookName = 'light' | 'dark' | 'right-to-left';

interface Look {
  readonly look: LookName;
  readonly options: BrowserContextOptions;
  readonly query?: string;
}
const LOOKS: readonly Look[] = [
  { look: 'light', options: { colorScheme: 'light' } },
  { look: 'dark', options: { colorScheme: 'dark' } },
  { look: 'right-to-left', options: { colorScheme: 'light' }, query: '?locale=ar-XB' },
];
const WIDTHS_PX = [1280, 820];
// The narrow page differs in layout only, which the other two looks show.
const widthsOf = (look: LookName) => (look === 'dark' ? [1280] : WIDTHS_PX);

/** Looks at every view in these looks, each by a picture and by what holds for every view. Gives what the pages are opened with. */
export function lookAtEveryView(...looks: readonly LookName[]): { open(options: BrowserContextOptions): Promise<OpenPage> } {
  const workbench = newWorkbench();
  let browser: Browser;
  let serving: Serving;
  let emptyId: string;
  let wideId: string;

  beforeAll(async () => {
    mkdirSync(SCREENS, { recursive: true });
    await Promise.all([
      workbench.parley('example', 'lake-ulvessa', 'lake.parley'),
      workbench.parley('example', 'naqoura-2022', 'naqoura.parley'),
      workbench.parley('new', 'empty.parley', '--title', 'Talks not yet begun'),
      makeWideCase(workbench.path('wide.parley')),
    ]);
    [browser, serving] = await Promise.all([
      launchBrowser(),
      workbench.serve('lake.parley', 'naqoura.parley', 'empty.parley', 'wide.parley'),
    ]);
    const { page, close } = await openPage(browser, serving);
    const cases = (await (await page.request.get(`${serving.url}/api/cases`)).json()) as { file: string; caseId: string }[];
    const idOf = (name: string) => cases.find(({ file }) => file.endsWith(name))?.caseId ?? expect.fail(`no case ${name} is served`);
    emptyId = idOf('empty.parley');
    wideId = idOf('wide.parley');
    await close();
  });
  afterAll(async () => {
    await browser?.close();
    await workbench.close();
  });

  describe.for(LOOKS.filter(({ look }) => looks.includes(look)))('in $look', ({ look, options, query = '' }) => {
    describe.for(widthsOf(look))('%i px wide', (width) => {
      let open: OpenPage;
      beforeAll(async () => {
        open = await openPage(browser, serving, { ...options, viewport: { width, height: 900 } });
        await open.page.goto(`${serving.url}/${query}`);
      });
      afterAll(() => open?.close());
      const check = (name: string, path: string, shows: string, withAxe: boolean) =>
        sound(open, serving, { path, shows, picture: `${name}-${look}-${width}`, withAxe });
      // Axe takes most of the time: what the narrow window and the large case add to its judgement is the same in all colours.
      const wide = width === 1280;
      const light = look === 'light';

      it('shows the list of cases', () => check('start', '/', '.case-list li', wide));
      it.for(EXAMPLE)('shows the worked example: $name', ({ name, path, shows }) =>
        check(`lake-${name}`, `/c/lake-ulvessa/${path}`, shows, wide || light),
      );
      it.for(WITH_MAPS)('shows an example with maps: $name', ({ name, path, shows }) =>
        check(`naqoura-${name}`, `/c/naqoura-2022/${path}`, shows, wide || light),
      );
      it.for(EMPTY)('shows an empty case: $name', ({ name, path, shows }) => check(`empty-${name}`, `/c/${emptyId}/${path}`, shows, wide));
      it.for(WIDE)('shows a large case: $name', ({ name, path, shows }) =>
        check(`wide-${name}`, `/c/${wideId}/${path}`, shows, wide && light),
      );
    });
  });

  return { open: (options) => openPage(browser, serving, options) };
}

interface Visit {
  readonly path: string;
  readonly shows: string;
  readonly picture: string;
  readonly withAxe: boolean;
}

/** Goes to a view, takes its picture and checks what holds for every view. */
async function sound({ page, faults }: OpenPage, serving: Serving, { path, shows, picture, withAxe }: Visit) {
  faults.length = 0;
  await page.goto(serving.url + path);
  // What the server reckons may take its time on a busy machine.
  await page.locator(shows).first().waitFor({ timeout: 30_000 });
  await page.locator('.loading').waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${SCREENS}${picture}.png` });
  expect(await sticksOut(page), 'what makes the page wider than the window').toEqual([]);
  if (withAxe) expect(await axeFinds(page)).toEqual([]);
  expect(faults).toEqual([]);
}

/** What axe finds wrong, each with the first elements at fault. */
async function axeFinds(page: Page): Promise<{ id: string; help: string; at: string[] }[]> {
  // Of many rows alike the first tell as much as all, in a tenth of the time.
  const alike = ['.positions tbody tr:nth-child(n + 10)', '.item-list li:nth-child(n + 15)'];
  // No view has frames, which all that is not legacy mode is for; it opens a window more for each of them.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await alike.reduce((narrowed, rows) => narrowed.exclude(rows), axe).analyze();
  return violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)) }));
}

/** The elements that reach beyond the window though nothing scrolls them, if the page itself has become wider. */
function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return right > width + 1 || left < -1;
      })
      .slice(0, 5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
  });
}
