-- Passkeys (WebAuthn credentials) of better-auth's plugin: a public key each, reachable by the sign-in role alone.
create table sign_in."passkey" ("id" text not null primary key, "name" text, "publicKey" text not null, "userId" text not null references sign_in."user" ("id") on delete cascade, "credentialID" text not null unique, "counter" bigint not null, "deviceType" text not null, "backedUp" boolean not null, "transports" text, "createdAt" timestamptz, "aaguid" text);
create index "passkey_userId_idx" on sign_in."passkey" ("userId");

alter table sign_in."passkey" enable row level security;
alter table sign_in."passkey" force row level security;
create policy reads on sign_in."passkey" for select to hansa_auth using (true);
create policy enters on sign_in."passkey" for insert to hansa_auth with check (true);
create policy changes on sign_in."passkey" for update to hansa_auth using (true) with check (true);
create policy withdraws on sign_in."passkey" for delete to hansa_auth using (true);
grant select, insert, update, delete on sign_in."passkey" to hansa_auth;
select platform.back_up('sign_in."passkey"'::regclass);
