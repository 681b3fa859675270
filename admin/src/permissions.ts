const action = (name: string) => [{ action: `plugin::revisions.revision.${name}`, subject: null }];

/** What a role may be granted about revisions; the names are the server's (public interface, section 6). */
export const PERMISSIONS = [...action('read'), ...action('restore'), ...action('annotate')];
