import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHtmlPage } from './html-page.ts';

const gateway = `<html>\r
<head><title>504 Gateway Time-out</title></head>\r
<body>\r
<center><h1>504 Gateway Time-out</h1></center>\r
<hr><center>nginx</center>\r
</body>\r
</html>\r
<!-- a padding to disable MSIE and Chrome friendly error page -->`;

test('the page of a gateway is its title and what it says besides', () => {
  expect(readHtmlPage(gateway)).toEqual({ title: '504 Gateway Time-out', text: 'nginx' });
});

test('a page with styles, scripts and entities is read as its text alone', () => {
  const page = `\ufeff<?xml version="1.0"?><!-- made by a proxy -->
    <!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Too many &amp; more</title>
    <style>body > p { color: red }</style><script>document.write("<p>never</p>")</script>
    <body class="a"><h1>Slow down</h1><p>You sent <b>too many</b> requests
    in a row&#8230;</p><noscript>Turn it on</noscript><p>Ray ID: &lt;8a&gt;&nbsp;x&unknown;</p></body></html>`;
  expect(readHtmlPage(page)).toEqual({
    title: 'Too many & more',
    text: 'Slow down\nYou sent too many requests in a row…\nRay ID: <8a> x&unknown;',
  });
});

test('a page that was cut off in the middle says what came of it', () => {
  expect(readHtmlPage('<!doctype html><h1>Bad gateway</h1><p>Try again<script>let a = "<p>no')).toEqual({
    title: null,
    text: 'Bad gateway\nTry again',
  });
  expect(readHtmlPage('<html><body>Gone <a href="http')).toEqual({ title: null, text: 'Gone' });
});

test('a long page is shortened', () => {
  expect(readHtmlPage(`<html><body>${'word '.repeat(500)}`)?.text).toMatch(/^(word ){119}word…$/);
});

test('what begins in the middle of a page is read as HTML too, whatever it is called', () => {
  const fatal =
    '<br />\n<b>Fatal error</b>:  Uncaught Error: no such row in <b>/srv/app/lead.php</b> on line <b>12</b><br />\n';
  expect(readHtmlPage(fatal)).toEqual({
    title: null,
    text: 'Fatal error: Uncaught Error: no such row in /srv/app/lead.php on line 12',
  });
  const parts = {
    '<div class="title">Too many requests.</div>': 'Too many requests.',
    '<p>Bad gateway</p>': 'Bad gateway',
    ' <!-- nginx --><H2>Not now</H2>': 'Not now',
    '<a href="/login">Sign in</a> first': 'Sign in first',
    '<script>1</script>': '',
    '<!-- nothing else -->': '',
  };
  for (const [source, text] of Object.entries(parts))
    expect(readHtmlPage(source), source).toMatchObject({ text });
});

test('what a server calls HTML is read as that where it has a tag, unless it is XML', () => {
  const type = 'text/html; charset=UTF-8';
  expect(readHtmlPage('Sorry, <b>too many</b> requests.<br>Wait.', type)?.text).toBe(
    'Sorry, too many requests.\nWait.',
  );
  expect(readHtmlPage('<x-error>Gone</x-error>', type)?.text).toBe('Gone');
  expect(readHtmlPage('Too many requests: 3 < 4', type)).toBeNull();
  expect(readHtmlPage('<soap:Envelope>1</soap:Envelope>', type)).toBeNull();
  expect(readHtmlPage('<p>1</p>', 'application/xml')).toBeNull();
  expect(readHtmlPage('<html><body>Off</body></html>', 'application/json')?.text).toBe('Off');
});

test('what is no page is left as it is', () => {
  for (const text of [
    '',
    'plain',
    '{"a":1}',
    'less < more',
    '<soap:Envelope>1</soap:Envelope>',
    '<Error><Code>1</Code></Error>',
    '<p:a>1</p:a>',
    '<?xml?><a/>',
    '<?xml version="1.0"?><p>1</p>',
  ])
    expect(readHtmlPage(text), text).toBeNull();
});

test('whatever comes, no tag of the page is left in what is shown, and hostile repeats end soon', () => {
  const part = fc.constantFrom(
    '<',
    '>',
    '<p>',
    '</p>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '"',
    'x',
    ' ',
    '<a ',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      expect(readHtmlPage(`<html>${parts.join('')}`)?.text).not.toMatch(/<[a-z!/?]/i);
    }),
  );
  for (const repeat of ['<a ', '<script>', '<!--', '<b', '&#', ' <']) {
    const page = `<html>${repeat.repeat(64_000 / repeat.length)}`;
    expect(readHtmlPage(page)?.text.length ?? 0).toBeLessThanOrEqual(601);
  }
});
