// The cases of the public suites csv-spectrum (M. Ogden, BSD-2-Clause) and csv-test-data (S. Orlov, MIT), which every reader of CSV is held against,
// and the well-formed ones of Papa Parse.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../db/ingest/readCsv.ts'

const fields = (text: string, delimiter = ','): readonly (readonly string[])[] =>
  readCsv(Buffer.from(text, 'utf8'), delimiter).map((record) => record.fields)

const cases: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
  [
    'comma_in_quotes',
    'first,last,address,city,zip\nJohn,Doe,120 any st.,"Anytown, WW",08123\n',
    [
      ['first', 'last', 'address', 'city', 'zip'],
      ['John', 'Doe', '120 any st.', 'Anytown, WW', '08123'],
    ],
  ],
  [
    'empty',
    'a,b,c\n1,"",""\n2,3,4\n',
    [
      ['a', 'b', 'c'],
      ['1', '', ''],
      ['2', '3', '4'],
    ],
  ],
  [
    'empty_crlf',
    'a,b,c\r\n1,"",""\r\n2,3,4\r\n',
    [
      ['a', 'b', 'c'],
      ['1', '', ''],
      ['2', '3', '4'],
    ],
  ],
  [
    'escaped_quotes',
    'a,b\n1,"ha ""ha"" ha"\n3,4\n',
    [
      ['a', 'b'],
      ['1', 'ha "ha" ha'],
      ['3', '4'],
    ],
  ],
  [
    'json',
    'key,val\n1,"{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}"\n',
    [
      ['key', 'val'],
      ['1', '{"type": "Point", "coordinates": [102.0, 0.5]}'],
    ],
  ],
  [
    'newlines',
    'a,b,c\n1,2,3\n"Once upon \na time",5,6\n7,8,9\n',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['Once upon \na time', '5', '6'],
      ['7', '8', '9'],
    ],
  ],
  [
    'newlines_crlf',
    'a,b,c\r\n1,2,3\r\n"Once upon \r\na time",5,6\r\n7,8,9\r\n',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['Once upon \r\na time', '5', '6'],
      ['7', '8', '9'],
    ],
  ],
  [
    'quotes_and_newlines',
    'a,b\n1,"ha \n""ha"" \nha"\n3,4\n',
    [
      ['a', 'b'],
      ['1', 'ha \n"ha" \nha'],
      ['3', '4'],
    ],
  ],
  [
    'simple',
    'a,b,c\n1,2,3\n',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ],
  ],
  [
    'utf8',
    'a,b,c\n1,2,3\n4,5,ʤ\n',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['4', '5', 'ʤ'],
    ],
  ],
  [
    'no final line end',
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'one empty field at the end',
    'a,b\n1,',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  [
    'only delimiters',
    ',,\n,,\n',
    [
      ['', '', ''],
      ['', '', ''],
    ],
  ],
  ['one column', 'a\n1\n\n2\n', [['a'], ['1'], [''], ['2']]],
  [
    'spaces are part of a field',
    ' a , b\n1 , 2\n',
    [
      [' a ', ' b'],
      ['1 ', ' 2'],
    ],
  ],
  ['a quoted field of quotes', '""""\n""""""\n', [['"'], ['""']]],
  ['a quoted delimiter and line ends of every kind', '"a,\r\n\rb\n",c\r\n', [['a,\r\n\rb\n', 'c']]],
  [
    'a mark before the text',
    '\ufeffa,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
]

interface PapaCase {
  readonly name: string
  readonly delimiter: string
  readonly input: string
  readonly data: readonly (readonly string[])[]
}
const papa = JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/conformance/papaparse.json'), 'utf8')) as {
  readonly cases: readonly PapaCase[]
}

describe('the reader of records', () => {
  it.each(papa.cases)('reads what Papa Parse tests as "$name" exactly', ({ input, delimiter, data }) => {
    expect(fields(input, delimiter)).toEqual(data)
  })

  it.each(cases)('reads "%s" exactly', (_, text, expected) => {
    expect(fields(text)).toEqual(expected)
  })

  it('counts CR, LF and CRLF each as one line, inside quotes too', () => {
    const lines = readCsv(Buffer.from('a\r\n"b\nc\r\nd\re"\rf\ng')).map((record) => record.line)
    expect(lines).toEqual([1, 2, 6, 7])
  })

  it('refuses an open quote at the end', () => {
    expect(() => fields('a,b\n1,"2')).toThrow(SyntaxError)
  })
})
