import { addNote, anInstall } from './enerflo-forms.ts';
import { giveKey } from './enerflo-stand-in.ts';
import { expect, test } from './fixtures.ts';

test('an answer in HTML, a whole page or a part of one, is shown as what it says', async ({
  page,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  const project = anInstall(enerflo, 'Active');
  // As PHP prints what went wrong: no document, and status 200.
  const fatal =
    '<br />\n<b>Fatal error</b>:  Allowed memory size exhausted in <b>/srv/app/notes.php</b> on line <b>12</b><br />\n';
  const answers = [
    {
      answer: { text: fatal },
      said: 'Fatal error: Allowed memory size exhausted in /srv/app/notes.php on line 12',
    },
    { answer: { answer: 419 }, said: 'Page Expired' },
  ];
  await signIn();
  const account = await giveKey(page);
  try {
    for (const { answer, said } of answers) {
      enerflo.rules.add([{ method: 'POST', path: '/api/v3/installs/*/notes', ...answer, times: 1 }]);
      const actionId = await addNote(page, account, project.id, `Answered in HTML: ${said}`);
      await page.goto(`/actions/${actionId}`);
      const exchange = page.getByRole('listitem').filter({ hasText: /^Sent/ });
      await exchange.getByText('Sent', { exact: true }).first().click();
      const shown = exchange.getByRole('figure').filter({ hasText: /^Answer/ });
      await expect(shown).toContainText(said);
      // Its source can be copied, and is nowhere to be read.
      await expect(shown.getByRole('button', { name: 'Copy answer as HTML' })).toBeVisible();
      await expect(page.locator('main')).not.toContainText(/<\/?(?:br|b|div|html)\b/);
      await expectAccessible();
    }
  } finally {
    enerflo.rules.reset();
  }
});
