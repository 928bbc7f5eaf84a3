import { test } from 'node:test'
import assert from 'node:assert/strict'
import { decodeEntities, readHtmlTable, readTabbed, writeTabbed } from '../../src/editor/commands/tables'
import { numbers } from '../harness/generatedMap'

test('cells in quotes hold line breaks, tabs and doubled quotes', () => {
  assert.deepEqual(readTabbed('a\t"two\nlines"\r\n"say ""hi"""\tb\r\n'), [['a', 'two\nlines'], [
    'say "hi"',
    'b',
  ]])
})

test('a text that only begins with a quotation is no quoted cell', () => {
  assert.deepEqual(readTabbed('"Fine," she said\tyes'), [['"Fine," she said', 'yes']])
  assert.deepEqual(readTabbed('"never closed\nsecond'), [['"never closed'], ['second']])
})

test('empty rows and columns at the end are left out, those within stay', () => {
  assert.deepEqual(readTabbed('a\t\tb\t\t\n\n\tc\n\n\n'), [['a', '', 'b'], [], ['', 'c']])
})

test('what is written is read back, whatever the cells hold', () => {
  const next = numbers(3)
  const signs = ['a', 'b', '"', '\n', '\t', ' ', 'ї', '\\']
  for (let round = 0; round < 400; round += 1) {
    const table = Array.from(
      { length: 1 + Math.floor(next() * 3) },
      () =>
        Array.from(
          { length: 1 + Math.floor(next() * 3) },
          () =>
            'x' + Array.from({ length: Math.floor(next() * 6) }, () =>
              signs[Math.floor(next() * signs.length)]).join('') +
            'x',
        ),
    )
    assert.deepEqual(readTabbed(writeTabbed(table)), table)
  }
})

test('a table of Excel is read with its breaks, entities and without its styles and comments', () => {
  const html = `<html><head><style>td{mso-number-format:"<td>"}</style></head><body><!--StartFragment-->
    <table border=0><colgroup><col width=64></colgroup><tr height=20><td class=xl65>Need &amp; search</td><td>first<br>
    second</td></tr><tr><td style='x'><!-- note --> &#1055;&#1086;&#x448;&#x443;&#1082; </td><td></td></tr></table>`
  assert.deepEqual(readHtmlTable(html), [['Need & search', 'first\nsecond'], ['Пошук']])
})

test('joined cells of Sheets and LibreOffice keep the columns behind them in place', () => {
  const html =
    '<table><tbody><tr><td colspan="2">wide</td><td>c</td></tr><tr><td rowspan=2>tall</td><td>x</td></tr><tr><td>y</td></tr></tbody></table>'
  assert.deepEqual(readHtmlTable(html), [['wide', '', 'c'], ['tall', 'x'], ['', 'y']])
})

test('HTML without a table is none, and tags never become text', () => {
  assert.equal(readHtmlTable('<p>words</p>'), null)
  assert.deepEqual(readHtmlTable('<table><tr><td><script>alert(1)</script><b>bold</b></td></tr></table>'), [[
    'bold',
  ]])
  assert.equal(decodeEntities('&lt;b&gt; &unknown; &#0; &#99999999;'), '<b> &unknown;  ')
})
