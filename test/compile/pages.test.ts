import { expect } from 'chai';
import { pageOf, parsedPage } from '../../engine/compile/pages.js';
import { builtinPolicies } from '../../engine/compile/policies.js';

describe('compile: pages of controls', () => {
  it('reads a page as plain text', () => {
    const text = [
      '# RET-900 Title',
      '',
      'Why it is there,\nin two lines.',
      '',
      '**Looks at** every `open` file.',
      '',
      '**Finds**',
      '',
      '| finding | when |',
      '|---|---|',
      '| kept | `days` or a \\| bar |',
      '',
      '**Where the words leave room.**',
      '- One thing\n  that goes on.',
      '- **Another** thing.',
      '',
      '**Put it right.** Write this:',
      '',
      '```yaml',
      'a:',
      '',
      '  - b: "`c`"',
      '```',
      'And then?',
    ].join('\r\n');
    expect(parsedPage(text)).to.deep.equal({
      intro: ['Why it is there, in two lines.'],
      sections: [
        { title: 'Looks at', blocks: [{ kind: 'text', text: 'every "open" file.' }] },
        {
          title: 'Finds',
          blocks: [{ kind: 'table', head: ['finding', 'when'], rows: [['kept', '"days" or a | bar']] }],
        },
        {
          title: 'Where the words leave room',
          blocks: [
            { kind: 'item', text: 'One thing that goes on.' },
            { kind: 'item', text: 'Another thing.' },
          ],
        },
        {
          title: 'Put it right',
          blocks: [
            { kind: 'text', text: 'Write this:' },
            { kind: 'example', text: 'a:\n\n  - b: "`c`"' },
            { kind: 'text', text: 'And then?' },
          ],
        },
      ],
    });
  });

  it('finds a page for every built-in control, with what explain takes from it', async () => {
    const { controls } = await builtinPolicies();
    const lacking = [];
    for (const control of controls) {
      const page = await pageOf(control);
      for (const title of ['Looks at', 'Finds', 'Not declared', 'Where the words leave room', 'Put it right']) {
        const blocks = page?.sections.find((section) => section.title === title)?.blocks ?? [];
        if (blocks.length === 0) lacking.push(`${control.id} ${title}`);
        if (title === 'Put it right' && !blocks.some(({ kind }) => kind === 'example'))
          lacking.push(`${control.id} yaml`);
        if (title === 'Finds' && !blocks.some(({ kind }) => kind === 'table')) lacking.push(`${control.id} table`);
      }
      if ((page?.intro ?? []).length === 0) lacking.push(`${control.id} intro`);
    }
    expect(controls.length).to.be.at.least(33);
    expect(lacking).to.deep.equal([]);
  });

  it('has no page for a rule that is not Privity’s own', async () => {
    const [control] = (await builtinPolicies()).controls;
    if (!control) throw new Error('there is a control');
    expect(await pageOf({ ...control, own: true })).to.equal(undefined);
    expect(await pageOf({ ...control, file: 'policies/none/none.rego' })).to.equal(undefined);
  });
});
