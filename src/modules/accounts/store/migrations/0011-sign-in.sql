-- better-auth's tables, reachable by the role hansa_auth alone; the app role has no right here at all.
create schema sign_in;
grant usage on schema sign_in to hansa_auth, hansa_backup;

create table sign_in."user" ("id" text not null primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null, "image" text, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz default current_timestamp not null);
create table sign_in."session" ("id" text not null primary key, "expiresAt" timestamptz not null, "token" text not null unique, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text, "userId" text not null references sign_in."user" ("id") on delete cascade);
create table sign_in."account" ("id" text not null primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references sign_in."user" ("id") on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null);
create table sign_in."verification" ("id" text not null primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz default current_timestamp not null);
create table sign_in."rateLimit" ("id" text not null primary key, "key" text not null unique, "count" integer not null, "lastRequest" bigint not null);
create index "session_userId_idx" on sign_in."session" ("userId");
create index "account_userId_idx" on sign_in."account" ("userId");
create index "verification_identifier_idx" on sign_in."verification" ("identifier");

-- The role is the only one with rights here, and its policies say so: row-level security then holds even for a stray grant.
do $$ declare t text; begin
  foreach t in array array['user', 'session', 'account', 'verification', 'rateLimit'] loop
    execute format('alter table sign_in.%I enable row level security', t);
    execute format('alter table sign_in.%I force row level security', t);
    execute format('create policy reads on sign_in.%I for select to hansa_auth using (true)', t);
    execute format('create policy enters on sign_in.%I for insert to hansa_auth with check (true)', t);
    execute format('create policy changes on sign_in.%I for update to hansa_auth using (true) with check (true)', t);
    execute format('create policy withdraws on sign_in.%I for delete to hansa_auth using (true)', t);
    execute format('grant select, insert, update, delete on sign_in.%I to hansa_auth', t);
    perform platform.back_up(format('sign_in.%I', t)::regclass);
  end loop;
end $$;
