import type { Actor } from '../../../contracts/revision';

/** An actor as three columns, and back. */
export const actorColumns = ({ type, id, name }: Actor) => ({
  actor_type: type,
  actor_id: id,
  actor_name: name,
});

export const actorOf = (row: Record<string, unknown>): Actor => ({
  type: row.actor_type as Actor['type'],
  id: row.actor_id === null ? null : Number(row.actor_id),
  name: row.actor_name as string | null,
});
