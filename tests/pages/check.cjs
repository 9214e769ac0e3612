/* Tries pages in Chromium: axe-core (WCAG 2.2 A and AA) on wide and narrow screens, the keyboard alone, 320 pixels
 * (1.4.10), letters of twice their size (1.4.4) and wider spacing (1.4.12).
 * usage: check.cjs FOLDER…   each with index.html, units/, check.html, compare.html; CHROMIUM names the browser */
'use strict';
const fs = require('fs');
const path = require('path');
const puppeteer = require('puppeteer-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WIDTHS = [360, 568, 1280];
const faults = [];
const advice = new Map();

function fault(where, what) {
    faults.push(`${where}: ${what}`);
}

function pagesOf(folder) {
    const units = fs.readdirSync(path.join(folder, 'units')).filter((name) => /truong-thpt|hoa-sen/.test(name));
    return ['index.html', 'check.html', 'compare.html', ...units.map((name) => 'units/' + name)]
        .map((name) => path.resolve(folder, name));
}

async function open(page, file, width, height = 800) {
    await page.setViewport({ width, height });
    await page.goto('file://' + file);
}

/* --- axe ------------------------------------------------------------------------------------------------- */

async function axeFindsNothing(page, file, where) {
    for (const width of WIDTHS) {
        await open(page, file, width);
        await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
        await page.evaluate(axe);
        const found = await page.evaluate((tags) => window.axe.run(document, {
            runOnly: { type: 'tag', values: [...tags, 'best-practice'] },
        }), TAGS);
        for (const rule of found.violations) {
            const places = rule.nodes.slice(0, 3).map((node) => node.target.join(' ')).join('; ');
            const text = `${rule.id}: ${rule.help} (${rule.nodes.length}: ${places})`;
            if (rule.tags.some((tag) => TAGS.includes(tag)))
                fault(`${where}, ${width} px`, text);
            else
                advice.set(rule.id, text);
        }
        for (const rule of found.incomplete)
            advice.set(rule.id, `${rule.id}: a person must look: ${rule.help} (${rule.nodes.length}: ` +
                `${rule.nodes.slice(0, 3).map((node) => node.target.join(' ')).join('; ')})`);
        if (found.passes.length < 15)
            fault(where, `axe looked at ${found.passes.length} rules only`);
    }
}

/* --- keyboard -------------------------------------------------------------------------------------------- */

/* What a reader without a mouse must reach, in the order of the page. */
function markTargets() {
    const all = Array.from(document.querySelectorAll('a[href],button,input,select,summary,[tabindex="0"]'));
    const shown = all.filter((one) => one.getClientRects().length && getComputedStyle(one).visibility !== 'hidden');
    shown.forEach((one, i) => { one.dataset.stop = i; });
    return shown.length;
}

/* The place of what has the focus, and what is wrong with how it shows. */
function lookAtFocus() {
    const one = document.activeElement;
    if (!one || one === document.body)
        return null;
    const style = getComputedStyle(one), box = one.getClientRects()[0] || one.getBoundingClientRect();
    const wrong = [];
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2)
        wrong.push('has no visible focus');
    const x = box.left + Math.min(box.width, innerWidth) / 2, y = box.top + Math.min(box.height, innerHeight) / 2;
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
        wrong.push('is out of sight');
    else if (!one.classList.contains('wide')) {
        const above = document.elementFromPoint(Math.max(0, Math.min(x, innerWidth - 1)), Math.max(0, Math.min(y, innerHeight - 1)));
        if (above && !one.contains(above) && !above.contains(one))
            wrong.push(`lies under <${above.tagName.toLowerCase()} class="${above.className}">`);
    }
    return { stop: one.dataset.stop === undefined ? null : +one.dataset.stop, wrong,
        name: `<${one.tagName.toLowerCase()}> “${(one.textContent || one.id).trim().slice(0, 40)}”` };
}

async function tabGoesEverywhere(page, file, where) {
    for (const width of WIDTHS) {
        await open(page, file, width);
        const count = await page.evaluate(markTargets);
        let stops = 0;
        for (; stops <= count; stops++) {
            await page.keyboard.press('Tab');
            const focus = await page.evaluate(lookAtFocus);
            if (!focus || (focus.stop === 0 && stops > 0))
                break;
            for (const what of focus.wrong)
                fault(`${where}, ${width} px`, `${focus.name} ${what}`);
            if (focus.stop !== null && focus.stop !== stops) {
                fault(`${where}, ${width} px`, `Tab reaches ${focus.name} as number ${stops}, not ${focus.stop}`);
                break;
            }
            if (focus.stop === null)
                stops--; /* a box that scrolls, which the browser stops at of itself */
        }
        if (stops < count)
            fault(`${where}, ${width} px`, `Tab reaches ${stops} of ${count}`);
    }
}

async function press(page, selector, key) {
    await page.focus(selector);
    await page.keyboard.press(key);
    await new Promise((done) => setTimeout(done, 50));
}

async function skipLinkLeadsToTheText(page, file, where) {
    await open(page, file, 1280);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    if (await page.evaluate(() => document.activeElement.id) !== 'main')
        fault(where, 'the skip link does not lead to the text');
}

async function foldsOpen(page, file, where) {
    await open(page, file, 1280);
    const folds = await page.$$eval('details', (all) => all.length);
    for (const key of ['Enter', 'Space'].slice(0, folds ? 2 : 0)) {
        const before = await page.$eval('details', (one) => one.open);
        await press(page, 'details summary', key);
        if (await page.$eval('details', (one) => one.open) === before)
            fault(where, `${key} does not open what is folded`);
    }
    return folds;
}

async function clausesAreCopied(page, file, where) {
    await open(page, file, 1280);
    const buttons = await page.$$eval('button[data-copy]', (all) => all.length);
    for (const key of ['Enter', 'Space'].slice(0, buttons ? 2 : 0)) {
        await page.$eval('#said', (one) => { one.textContent = ''; });
        await press(page, 'button[data-copy]', key);
        const said = await page.$eval('#said', (one) => one.textContent);
        if (!said || await page.evaluate(() => !document.activeElement.dataset.copy))
            fault(where, `${key} copies no clause, or does not say so, or loses the place`);
    }
    return buttons;
}

const shownNames = (all) => all.filter((row) => !row.hidden).map((row) => row.cells[0].textContent);

async function matrixIsSorted(page, file, where) {
    await open(page, file, 1280);
    const rows = '#units tbody tr', heads = await page.$$eval('#units thead button', (all) => all.length);
    if (heads < 10)
        fault(where, `${heads} columns can be sorted`);
    for (const [column, key] of [[1, 'Enter'], [3, 'Space'], [3, 'Enter'], [6, 'Space']]) {
        const before = await page.$eval(`#units thead th:nth-child(${column})`, (one) => one.getAttribute('aria-sort'));
        await press(page, `#units thead th:nth-child(${column}) button`, key);
        const after = await page.$eval(`#units thead th:nth-child(${column})`, (one) => one.getAttribute('aria-sort'));
        const order = await page.$$eval(rows, (all, i) => all.map((row) => row.cells[i].dataset.v ?? row.cells[i].textContent), column - 1);
        const sorted = [...order].sort((a, b) => isNaN(a) ? new Intl.Collator('vi', { numeric: true }).compare(a, b) : a - b);
        if (after === 'descending')
            sorted.reverse();
        if (!after || after === before || String(order) !== String(sorted))
            fault(where, `${key} on the head of column ${column}: aria-sort ${before} becomes ${after}, rows ${order}`);
        if (await page.$$eval('#units thead th[aria-sort]', (all) => all.length) !== 1)
            fault(where, 'more than one column is said to be sorted');
    }
}

async function matrixIsFiltered(page, file, where) {
    await open(page, file, 1280);
    const all = (await page.$$eval('#units tbody tr', shownNames)).length;
    await page.focus('#find');
    await page.keyboard.type('truong');
    const found = await page.$$eval('#units tbody tr', shownNames);
    if (found.length !== 2 || !found.every((name) => name.startsWith('Trường')))
        fault(where, `“truong” finds ${found}`);
    if (!(await page.$eval('#shown', (one) => one.textContent)).startsWith(`2/${all}`))
        fault(where, 'how many rows are shown is not said');
    await page.focus('#find');
    for (let i = 0; i < 6; i++)
        await page.keyboard.press('Backspace');
    await page.focus('#state');
    await page.keyboard.press('ArrowDown');
    const chosen = await page.$$eval('#units tbody tr', shownNames);
    if (!chosen.length || chosen.length >= all)
        fault(where, `the first choice of states shows ${chosen.length} of ${all}`);
}

/* --- narrow screens, large letters ----------------------------------------------------------------------- */

/* What is wider than the screen, or cut off; a box that scrolls may hold what is wider. */
function findOverflow() {
    const wide = document.scrollingElement.scrollWidth, found = [];
    const inBox = (one) => one.closest('.wide') && !one.matches('.wide');
    if (wide > innerWidth)
        found.push(`the page is ${wide} px wide, on ${innerWidth}`);
    document.querySelectorAll('body *:not(script):not(style)').forEach((one) => {
        const style = getComputedStyle(one), box = one.getBoundingClientRect();
        const name = `<${one.tagName.toLowerCase()} class="${one.getAttribute('class') || ''}"> “${one.textContent.trim().slice(0, 40)}”`;
        if (one.closest('.heard,.skip,svg') || !one.getClientRects().length)
            return;
        if (box.right > innerWidth + 1 && !inBox(one))
            found.push(`${name} reaches ${Math.round(box.right)} px of ${innerWidth}`);
        const cuts = /hidden|clip/.test(style.overflowX + style.overflowY);
        if ((cuts || style.maxHeight !== 'none') && !/auto|scroll/.test(style.overflowX + style.overflowY) && one.clientWidth &&
            (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1))
            found.push(`${name} is cut off: ${one.scrollWidth}×${one.scrollHeight} in ${one.clientWidth}×${one.clientHeight}`);
    });
    return found.slice(0, 5);
}

/* Letters of a drawing that leave it or lie on one another. */
function findDrawnOver() {
    const found = [];
    document.querySelectorAll('svg').forEach((drawing) => {
        const frame = drawing.getBoundingClientRect();
        const shown = Array.from(drawing.querySelectorAll('text')).filter((one) => one.getClientRects().length);
        const boxes = shown.map((one) => [one.getBoundingClientRect(), one.textContent]);
        shown.filter((one) => one.closest('.bar')).forEach((one) => {
            const box = one.getBoundingClientRect(), share = one.previousElementSibling.getBoundingClientRect();
            if (box.left < share.left || box.right > share.right)
                found.push(`“${one.textContent}” is wider than its share`);
        });
        boxes.forEach(([box, text], i) => {
            if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 4 || box.top < frame.top - 4)
                found.push(`“${text}” leaves its drawing`);
            boxes.slice(i + 1).forEach(([other, word]) => {
                if (box.left < other.right - 1 && other.left < box.right - 1 && box.top < other.bottom - 4 && other.top < box.bottom - 4)
                    found.push(`“${text}” and “${word}” lie on one another`);
            });
        });
    });
    return found.slice(0, 5);
}

async function nothingOverflows(page, file, where) {
    const spaced = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}' +
        'p{margin-bottom:2em!important}';
    const cases = [
        ['320 px', 320, null],
        ['568 px', 568, null],
        ['360 px', 360, null],
        ['letters of twice their size, 1280 px', 1280, 'html{font-size:200%!important}'],
        ['enlarged twice, 640 px', 640, null],
        ['wider spacing, 1280 px', 1280, spaced],
        ['wider spacing, 320 px', 320, spaced],
    ];
    for (const [name, width, style] of cases) {
        await open(page, file, width);
        await page.evaluate((rules) => {
            document.querySelectorAll('details').forEach((one) => { one.open = true; });
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(rules || '');
            document.adoptedStyleSheets = [sheet];
        }, style);
        for (const what of [...await page.evaluate(findOverflow), ...await page.evaluate(findDrawnOver)])
            fault(`${where}, ${name}`, what);
    }
}

/* --- all ------------------------------------------------------------------------------------------------- */

async function main() {
    const browser = await puppeteer.launch({
        executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu'],
    });
    const page = await browser.newPage();
    page.on('pageerror', (error) => fault(page.url(), `the script fails: ${error.message}`));
    let tried = 0, folds = 0, buttons = 0;
    for (const folder of process.argv.slice(2))
        for (const file of pagesOf(folder)) {
            const where = path.relative('.', file);
            await axeFindsNothing(page, file, where);
            await tabGoesEverywhere(page, file, where);
            await skipLinkLeadsToTheText(page, file, where);
            folds += await foldsOpen(page, file, where);
            buttons += await clausesAreCopied(page, file, where);
            if (where.endsWith('index.html')) {
                await matrixIsSorted(page, file, where);
                await matrixIsFiltered(page, file, where);
            }
            await nothingOverflows(page, file, where);
            tried++;
        }
    await browser.close();
    for (const text of advice.values())
        console.log(`for information: ${text}`);
    for (const text of faults)
        console.log(`fault: ${text}`);
    if (tried < 8 || !folds || !buttons)
        throw new Error(`${tried} pages, ${folds} folds and ${buttons} buttons tried`);
    console.log(`pages: ${tried} tried, ${faults.length} faults`);
    process.exitCode = faults.length ? 1 : 0;
}

main().catch((error) => {
    console.error(error);
    process.exit(2);
});
