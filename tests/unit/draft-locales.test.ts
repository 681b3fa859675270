import { changesIn, distribute, type LocaleChanges } from '../../server/src/core/draft-locales';
import { structureWith } from './support/structures';

const structure = structureWith({
  title: { type: 'string', localized: true },
  sku: { type: 'string', localized: false },
});
const change = (value: string) => ({ base: null, value });

describe('changesIn', () => {
  it('has what is shared, wherever it was touched', () => {
    const rows: LocaleChanges[] = [
      { locale: 'en', changes: { title: change('T'), sku: change('S') } },
      { locale: 'fr', changes: { title: change('U') } },
    ];
    expect(changesIn(rows, 'fr', structure)).toEqual({ title: change('U'), sku: change('S') });
    expect(changesIn(rows, 'de', structure)).toEqual({ sku: change('S') });
  });
});

describe('distribute', () => {
  it('stores what is shared once, where it was touched first', () => {
    const rows: LocaleChanges[] = [{ locale: 'en', changes: { title: change('T'), sku: change('S') } }];
    const changes = { title: change('U'), sku: change('R') };
    expect(distribute(rows, { locale: 'fr', changes, structure })).toEqual([
      { locale: 'fr', changes: { title: change('U') } },
      { locale: 'en', changes: { title: change('T'), sku: change('R') } },
    ]);
  });

  it('takes it out where it is a change no more, and leaves rows alone that stay', () => {
    const shared = [{ locale: 'en', changes: { sku: change('S') } }];
    expect(distribute(shared, { locale: 'fr', changes: {}, structure })).toEqual([
      { locale: 'fr', changes: {} },
      { locale: 'en', changes: {} },
    ]);
    const own = [{ locale: 'en', changes: { title: change('T') } }];
    expect(distribute(own, { locale: 'fr', changes: { sku: change('S') }, structure })).toEqual([
      { locale: 'fr', changes: { sku: change('S') } },
    ]);
  });

  it('gives back what changesIn gave, for every locale', () => {
    const rows: LocaleChanges[] = [
      { locale: 'en', changes: { title: change('T'), sku: change('S') } },
      { locale: 'fr', changes: { title: change('U') } },
    ];
    for (const locale of ['en', 'fr', 'de']) {
      const changes = changesIn(rows, locale, structure);
      const written = distribute(rows, { locale, changes, structure });
      const now = [...rows.filter((row) => !written.some((one) => one.locale === row.locale)), ...written];
      expect(changesIn(now, locale, structure)).toEqual(changes);
    }
  });
});
