import { previouslyPublished } from '../../admin/src/compare/previouslyPublished';
import { step } from '../../admin/src/compare/step';

const listed = (...ids: number[]) =>
  ids.map((id, index) => ({ id, isCurrent: index === 0, isPublished: index === 2 }));
/** newest first */
const REVISIONS = listed(50, 40, 30, 20, 10);

describe('steps', () => {
  it('shows what the save before did, and the one before that', () => {
    const last = { from: 'previous', to: 'current' };
    expect(step(last, 'older', REVISIONS, true)).toEqual({ from: 'previous', to: 'revision:40' });
    expect(step(last, 'newer', REVISIONS, true)).toBeNull();
    const first = { from: 'previous', to: 'revision:10' };
    expect(step(first, 'older', REVISIONS, true)).toBeNull();
    expect(step(first, 'newer', REVISIONS, true)).toEqual({ from: 'previous', to: 'revision:20' });
  });

  it('keeps to what a revision is compared with', () => {
    expect(step({ from: 'revision:20', to: 'current' }, 'older', REVISIONS, true)).toEqual({
      from: 'revision:10',
      to: 'current',
    });
    expect(step({ from: 'published', to: 'revision:40' }, 'newer', REVISIONS, true)).toEqual({
      from: 'published',
      to: 'revision:50',
    });
    expect(step({ from: 'current', to: 'published' }, 'older', REVISIONS, true)).toEqual({
      from: 'current',
      to: 'revision:20',
    });
  });

  it('says when that is not known yet', () => {
    expect(step({ from: 'previous', to: 'revision:10' }, 'older', REVISIONS, false)).toBe('unknown');
    expect(step({ from: 'previous', to: 'revision:7' }, 'newer', REVISIONS, false)).toBe('unknown');
    expect(step({ from: 'previous', to: 'revision:7' }, 'newer', REVISIONS, true)).toBeNull();
    expect(step({ from: 'previous', to: 'draft:3' }, 'older', REVISIONS, true)).toBeNull();
  });
});

describe('what was published before', () => {
  const revision = (id: number, isPublished: boolean, ...until: (string | null)[]) => ({
    id,
    isPublished,
    publications: until.map((unpublishedAt) => ({
      publishedAt: '2026-01-01T00:00:00.000Z',
      publishedBy: null,
      unpublishedAt,
      unpublishedBy: null,
    })),
  });

  it('is what was live last', () => {
    const revisions = [
      revision(4, false),
      revision(3, true, null),
      revision(2, false, '2026-03-01T00:00:00.000Z'),
      revision(1, false, '2026-02-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'),
    ];
    expect(previouslyPublished(revisions)?.id).toBe(1);
  });

  it('is not what is live again, nor what never was', () => {
    expect(
      previouslyPublished([revision(2, true, '2026-03-01T00:00:00.000Z', null), revision(1, false)])
    ).toBeNull();
    expect(previouslyPublished([])).toBeNull();
  });
});
