// SQL of tries to sign in, as the sign-in role.
import type pg from 'pg';

/** Counts a try: the seconds until it may be made, 0 where it was counted; at most `most` in any fifteen minutes. */
export async function countTry(pool: pg.Pool, key: string, at: number, most: number): Promise<number> {
  const { rows } = await pool.query<{ seconds: number }>('select sign_in.count_try($1, $2, $3) as seconds', [key, new Date(at), most]);
  return rows[0]?.seconds ?? 0;
}

/** The seconds until a try would be counted, 0 where it would be now; counts nothing. */
export async function lookAtTries(pool: pg.Pool, key: string, at: number, most: number): Promise<number> {
  const { rows } = await pool.query<{ seconds: number | null }>(
    `select extract(epoch from (array_agg(a order by a desc))[$3] + interval '15 minutes' - $2)::float8 as seconds
     from sign_in.tries t, unnest(t.at) as a where t.key = $1 and a > $2 - interval '15 minutes'`,
    [key, new Date(at), most],
  );
  return rows[0]?.seconds ?? 0;
}

export const forgetTries = async (pool: pg.Pool, key: string): Promise<void> =>
  void (await pool.query('delete from sign_in.tries where key = $1', [key]));

/** Ends the links of a kind that were mailed to an address before: a new one ends them. */
export async function endLinks(pool: pg.Pool, kind: 'link' | 'password', email: string): Promise<void> {
  const theirs =
    kind === 'link'
      ? `"value" like '{%' and lower(("value")::jsonb ->> 'email') = $1`
      : `"value" = (select u."id" from sign_in."user" u where u."email" = $1)`;
  await pool.query(`delete from sign_in."verification" where ${theirs}`, [email]);
}

/** Removes what counts no more: tries of more than fifteen minutes ago, links that ran out. */
export async function sweepTries(pool: pg.Pool): Promise<void> {
  await pool.query(
    `delete from sign_in.tries t where not exists (select 1 from unnest(t.at) as a where a > now() - interval '15 minutes')`,
  );
  await pool.query(`delete from sign_in."verification" where "expiresAt" < now()`);
}
