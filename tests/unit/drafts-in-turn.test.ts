import { chunkOf } from '../../admin/src/draft-column/chunkOf';
import { applyOrder, sharingDocument } from '../../admin/src/drafts-page/applyOrder';

import type { PlacedDraft } from '../../admin/src/api/draftsInTurnApi';

const placed = (id: number, documentId: string | null, day: number, uid = 'api::tag.tag'): PlacedDraft => ({
  collectionType: 'collection-types',
  draft: {
    id,
    kind: 'saved',
    name: `Draft ${id}`,
    notes: null,
    creator: { type: 'admin', id: 1, name: 'Ada' },
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: new Date(Date.UTC(2026, 0, day)).toISOString(),
    lockVersion: 1,
    locales: [],
    documentId,
    uid,
    title: null,
    isOrphan: false,
    isMine: true,
    mayApply: true,
    mayDelete: true,
  },
});

const idsOf = (drafts: PlacedDraft[]) => drafts.map(({ draft }) => draft.id);

describe('the order in which drafts are applied', () => {
  it('gives the latest change the last word', () => {
    expect(idsOf(applyOrder([placed(1, 'a', 3), placed(2, 'a', 1), placed(3, 'b', 2)]))).toEqual([2, 3, 1]);
  });

  it('is by id where they were changed at once, and leaves the list as it was', () => {
    const drafts = [placed(9, 'a', 1), placed(2, 'a', 1)];
    expect(idsOf(applyOrder(drafts))).toEqual([2, 9]);
    expect(idsOf(drafts)).toEqual([9, 2]);
  });
});

it('knows the drafts that share a document', () => {
  const drafts = [
    placed(1, 'a', 1),
    placed(2, 'a', 2),
    placed(3, 'b', 3),
    // the same id in another type is another document, and what has none shares none
    placed(4, 'b', 4, 'api::article.article'),
    placed(5, null, 5),
    placed(6, null, 6),
  ];
  expect([...sharingDocument(drafts)]).toEqual([1, 2]);
});

describe('the rows that are counted with one request', () => {
  const ids = Array.from({ length: 250 }, (_, index) => `id${index}`);

  it('are all of them, up to a hundred', () => {
    expect(chunkOf(ids.slice(0, 100), 'id99')).toEqual(ids.slice(0, 100));
  });

  it('are those of a hundred that a row is among', () => {
    expect(chunkOf(ids, 'id0')).toEqual(ids.slice(0, 100));
    expect(chunkOf(ids, 'id100')).toEqual(ids.slice(100, 200));
    expect(chunkOf(ids, 'id249')).toEqual(ids.slice(200));
  });

  it('cover every row once', () => {
    const chunks = new Set(ids.map((id) => chunkOf(ids, id).join()));
    expect([...chunks].join()).toBe(ids.join());
  });

  it('know a row that is not there yet, and none twice', () => {
    expect(chunkOf(['a'], 'b')).toEqual(['b']);
    expect(chunkOf(['a', 'a', 'b'], 'b')).toEqual(['a', 'b']);
  });
});
