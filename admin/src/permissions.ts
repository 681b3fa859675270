const action = (name: string) => [{ action: `plugin::revisions.revision.${name}`, subject: null }];

/** What a role may be granted about revisions; the names are the server's (public interface, section 6). */
export const PERMISSIONS = [...action('read'), ...action('restore'), ...action('annotate')];

/** Either of them gives one drafts to see: one's own, or others'. */
export const SEES_DRAFTS = ['create', 'read-peer'].map((name) => ({
  action: `plugin::revisions.draft.${name}`,
  subject: null,
}));

export const SHARES_PREVIEWS = [{ action: 'plugin::revisions.preview.create', subject: null }];
