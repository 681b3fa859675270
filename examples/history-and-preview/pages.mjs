const escape = (text) =>
  String(text ?? '').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const page = (title, body) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>${escape(title)}</title>
  ${body}
</html>
`;

/** The articles, as they are now or were at a date. */
export const listPage = (articles, asOf) => {
  const links = articles.map(
    ({ documentId, title }) => `<li><a href="/articles/${documentId}">${escape(title)}</a></li>`
  );
  return page(
    'Articles',
    `<h1>${asOf ? `The site as of ${escape(asOf)}` : 'Articles'}</h1>
  <form><input name="asOf" type="date" value="${escape(asOf?.slice(0, 10))}"> <button>Go back to</button></form>
  <ul>${links.join('')}</ul>`
  );
};

/** One article; where a token shows a draft or a revision of it, that one, and what it is. */
export const articlePage = ({ documentId, title, standfirst, _draft, _revision }) => {
  const what = _draft
    ? `Draft ${_draft.name ?? 'without a name'} by ${_draft.creator.name}`
    : _revision && `Revision ${_revision.number}`;
  return page(
    title,
    `${what ? `<p role="status">${escape(what)}</p>` : ''}
  <h1>${escape(title)}</h1>
  <p>${escape(standfirst)}</p>
  <p><a href="/articles/${documentId}/history">History</a></p>`
  );
};

/** What an article was called, and when. */
export const historyPage = (revisions) => {
  const rows = revisions.map(
    ({ title, _revision: { number, createdAt, creator, notes, isPublished } }) =>
      `<tr><td>${number}</td><td>${escape(createdAt)}</td><td>${escape(title)}</td>` +
      `<td>${escape(creator.name)}</td><td>${escape(notes)}</td><td>${isPublished ? 'live' : ''}</td></tr>`
  );
  return page('History', `<h1>History</h1>\n  <table>${rows.join('\n')}</table>`);
};

export const errorPage = (message) => page(message, `<h1>${escape(message)}</h1>`);
