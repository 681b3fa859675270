import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Actor } from '../../../contracts/revision';
import { doorOf } from '../capture/door';
import type { Viewer } from '../store/draft-viewer';
import { ownerKey, type DraftRow } from '../store/drafts';
import type { AccessContext } from './access-of';

/** What a caller may do with drafts, before it is asked what they may do with the document (public interface, section 6). */
export interface DraftRights {
  actor: Actor;
  viewer: Viewer;
  isOwn(draft: DraftRow): boolean;
  /** A provisional draft is seen by its creator alone, whatever rights others have (rule 8). */
  sees(draft: DraftRow): boolean;
  mayUpdate(draft: DraftRow): boolean;
  mayDelete(draft: DraftRow): boolean;
  mayApply(draft: DraftRow): boolean;
  /** @throws ForbiddenError where the caller may have no drafts, UnauthorizedError where nobody is signed in */
  demandOwn(): void;
}

interface Grants {
  own: boolean;
  readPeer: boolean;
  updatePeer: boolean;
  deletePeer: boolean;
  applyPeer: boolean;
}

const adminGrants = ({ userAbility }: AccessContext['state']): Grants => {
  const ability = userAbility as { can(action: string): boolean };
  const can = (action: string): boolean => ability.can(`plugin::revisions.draft.${action}`);
  const readPeer = can('read-peer');
  return {
    own: can('create'),
    readPeer,
    updatePeer: readPeer && can('update-peer'),
    deletePeer: readPeer && can('delete-peer'),
    applyPeer: readPeer && can('apply'),
  };
};

/** The route has asked for the action: a user has it for their own drafts, an API token for all that have a name. */
const contentGrants = ({ type }: Actor): Grants => {
  const peers = type === 'api-token';
  return { own: true, readPeer: peers, updatePeer: peers, deletePeer: peers, applyPeer: peers };
};

export const draftRightsOf = (strapi: Core.Strapi, { state }: AccessContext): DraftRights => {
  const { actor } = doorOf(strapi);
  const grants = state.route?.info?.type === 'admin' ? adminGrants(state) : contentGrants(actor);
  const isOwn = (draft: DraftRow): boolean =>
    ownerKey(actor) !== null && ownerKey(draft.actor) === ownerKey(actor);
  const may =
    (peer: boolean) =>
    (draft: DraftRow): boolean =>
      isOwn(draft) ? grants.own : draft.kind !== 'provisional' && peer;

  return {
    actor,
    viewer: { actor, own: grants.own, peers: grants.readPeer },
    isOwn,
    sees: may(grants.readPeer),
    mayUpdate: may(grants.updatePeer),
    mayDelete: may(grants.deletePeer),
    mayApply: may(grants.applyPeer),
    demandOwn() {
      if (ownerKey(actor) === null)
        throw new errors.UnauthorizedError('Nobody is signed in whose draft it could be');
      if (!grants.own) throw new errors.ForbiddenError();
    },
  };
};
