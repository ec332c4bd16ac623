-- Made from the catalogue by: npm run print. Read what changes in it, never edit it.

create extension if not exists pgcrypto with schema public;

-- The time that authorises. Never a parameter: a question that could set it would open sealed bids.
create or replace function public.hub_now() returns timestamptz language sql stable parallel safe as 'select now()';
-- The day turns in Asia/Shanghai, whatever the settings of a session say.
create or replace function public.hub_today() returns date language sql stable parallel safe as 'select (public.hub_now() at time zone ''Asia/Shanghai'')::date';
-- Statutory clocks (民法典 201 to 203): the day on which a period begins is not counted in, and a last day that is off is moved to the next that is not.
create or replace function public.hub_is_working_day(day date) returns boolean language sql stable parallel safe as $$
  select coalesce((select c."kind" = 'MAKE_UP_WORKDAY' from public."calendar_day" c where c."day" = $1), extract(isodow from $1) < 6)
$$;
create or replace function public.hub_add_working_days(day date, n integer) returns date language sql stable parallel safe as $$
  with moved as (
    select c."day" as "on", (sum(case c."kind" when 'HOLIDAY' then -1 else 1 end) over (order by c."day"))::integer as "more"
    from public."calendar_day" c
    where c."day" > $1 and (c."kind" = 'HOLIDAY') = (extract(isodow from c."day") < 6)
  ), counted as (
    select "on", "more", (5 * (("on" - date '0001-01-01') / 7) + least(("on" - date '0001-01-01') % 7 + 1, 5)) - (5 * (($1 - date '0001-01-01') / 7) + least(($1 - date '0001-01-01') % 7 + 1, 5)) + "more" as "worked" from moved
  )
  select case when $2 = 0 then $1 when $2 > 0 then least(
    (date '0001-01-01' + (((5 * (($1 - date '0001-01-01') / 7) + least(($1 - date '0001-01-01') % 7 + 1, 5)) + $2 - coalesce((select "more" from counted where "worked" < $2 order by "on" desc limit 1), 0)) - 1) / 5 * 7 + (((5 * (($1 - date '0001-01-01') / 7) + least(($1 - date '0001-01-01') % 7 + 1, 5)) + $2 - coalesce((select "more" from counted where "worked" < $2 order by "on" desc limit 1), 0)) - 1) % 5),
    (select min("on") from counted where "worked" >= $2)
  ) end
$$;
create or replace function public.hub_deadline(day date, amount numeric, unit text) returns date language sql stable parallel safe as $$
  select case
    when $2 < 0 or $2 <> trunc($2) or $3 not in ('CALENDAR_DAY', 'WORKING_DAY', 'MONTH', 'YEAR') then null
    when $2 = 0 then $1
    when $3 = 'WORKING_DAY' then public.hub_add_working_days($1, $2::integer)
    -- The last day is the first working day from it on. A month without a day of that number ends the period with its last.
    else public.hub_add_working_days(case $3
      when 'CALENDAR_DAY' then $1 + $2::integer
      when 'MONTH' then ($1 + make_interval(months => $2::integer))::date
      else ($1 + make_interval(years => $2::integer))::date
    end - 1, 1)
  end
$$;
create or replace function public.hub_threshold(code text, day date) returns table (version_code text, value numeric, unit text) language sql stable parallel safe as $$
  select t."version_code", t."value", t."unit" from public."threshold" t
  where t."code" = $1 and coalesce(t."effective_from" <= $2, true) and coalesce(t."effective_to" >= $2, true)
  order by t."effective_from" desc nulls last limit 1
$$;
create or replace function public.hub_due(code text, day date) returns date language sql stable parallel safe as $$
  select public.hub_deadline($2, t.value, t.unit) from public.hub_threshold($1, $2) t
$$;
-- The prefix that all codes of a division's subtree share (GB/T 2260).
create or replace function public.hub_jurisdiction(code text) returns text language sql immutable parallel safe as 'select case when length(code) = 6 then regexp_replace(code, ''(00){1,2}$'', '''') else code end';
create or replace function public.hub_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are never changed nor deleted.', tg_table_name using errcode = '42501';
end $$;

create or replace function public."organization_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."organization_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "uscc", "name", "division_code", "level", "status", "parent_id", "successor_id", "founded_on", "dissolved_on", "office_address", "phone", "credit_contact", "delivery_id", "delivery_row", "content_hash", "kind", "governed_code", "government_id", "duty", "sponsor_id", "purpose", "legal_representative", "registered_capital", "industry_code", "registered_on", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."uscc", old."name", old."division_code", old."level", old."status", old."parent_id", old."successor_id", old."founded_on", old."dissolved_on", old."office_address", old."phone", old."credit_contact", old."delivery_id", old."delivery_row", old."content_hash", old."kind", old."governed_code", old."government_id", old."duty", old."sponsor_id", old."purpose", old."legal_representative", old."registered_capital", old."industry_code", old."registered_on", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."uscc", new."name", new."division_code", new."level", new."status", new."parent_id", new."successor_id", new."founded_on", new."dissolved_on", new."office_address", new."phone", new."kind", new."governed_code", new."government_id", new."duty", new."sponsor_id", new."purpose", new."legal_representative", new."registered_capital", new."industry_code", new."registered_on") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."uscc", old."name", old."division_code", old."level", old."status", old."parent_id", old."successor_id", old."founded_on", old."dissolved_on", old."office_address", old."phone", old."kind", old."governed_code", old."government_id", old."duty", old."sponsor_id", old."purpose", old."legal_representative", old."registered_capital", old."industry_code", old."registered_on") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "organization_keep_history" before update or delete on public."organization" for each row execute function public."organization_keep_history"();

create or replace function public."organization_restricted_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."organization_restricted_history" ("id", "bank_account", "superseded_at")
  values (old."id", old."bank_account", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create or replace trigger "organization_restricted_keep_history" before update or delete on public."organization_restricted" for each row execute function public."organization_restricted_keep_history"();

create or replace function public."administrative_division_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."administrative_division_history" ("id", "recorded_at", "code", "name", "level", "parent_code", "valid_from", "valid_to", "successor_code", "source_note", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."code", old."name", old."level", old."parent_code", old."valid_from", old."valid_to", old."successor_code", old."source_note", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."code", new."name", new."level", new."parent_code", new."valid_from", new."valid_to", new."successor_code", new."source_note") is distinct from row(old."id", old."code", old."name", old."level", old."parent_code", old."valid_from", old."valid_to", old."successor_code", old."source_note") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "administrative_division_keep_history" before update or delete on public."administrative_division" for each row execute function public."administrative_division_keep_history"();

create or replace function public."former_identity_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."former_identity_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "organization_id", "name", "uscc", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."organization_id", old."name", old."uscc", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."organization_id", new."name", new."uscc") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."organization_id", old."name", old."uscc") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "former_identity_keep_history" before update or delete on public."former_identity" for each row execute function public."former_identity_keep_history"();

create or replace function public."post_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."post_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "post_no", "organization_id", "title", "is_leading", "managing_organization_id", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."post_no", old."organization_id", old."title", old."is_leading", old."managing_organization_id", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."post_no", new."organization_id", new."title", new."is_leading") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."post_no", old."organization_id", old."title", old."is_leading") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "post_keep_history" before update or delete on public."post" for each row execute function public."post_keep_history"();

create or replace function public."office_holder_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."office_holder_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "name", "post_title", "organization_id", "post_id", "held_from", "held_to", "appointment_no", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."name", old."post_title", old."organization_id", old."post_id", old."held_from", old."held_to", old."appointment_no", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."name", new."post_title", new."organization_id", new."post_id", new."held_from", new."held_to", new."appointment_no") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."name", old."post_title", old."organization_id", old."post_id", old."held_from", old."held_to", old."appointment_no") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "office_holder_keep_history" before update or delete on public."office_holder" for each row execute function public."office_holder_keep_history"();

create or replace function public."office_holder_conditional_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."office_holder_conditional_history" ("id", "official_id", "superseded_at")
  values (old."id", old."official_id", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create or replace trigger "office_holder_conditional_keep_history" before update or delete on public."office_holder_conditional" for each row execute function public."office_holder_conditional_keep_history"();

create or replace function public."official_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."official_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "name", "gender", "birth_year", "organization_id", "managing_organization_id", "post_title", "is_leading", "id_number_digest", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."name", old."gender", old."birth_year", old."organization_id", old."managing_organization_id", old."post_title", old."is_leading", old."id_number_digest", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."name", new."gender", new."birth_year", new."organization_id", new."managing_organization_id", new."post_title", new."is_leading") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."name", old."gender", old."birth_year", old."organization_id", old."managing_organization_id", old."post_title", old."is_leading") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "official_keep_history" before update or delete on public."official" for each row execute function public."official_keep_history"();

create or replace function public."official_restricted_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."official_restricted_history" ("id", "birth_date", "id_number", "phone", "home_address", "ethnicity", "political_status", "superseded_at")
  values (old."id", old."birth_date", old."id_number", old."phone", old."home_address", old."ethnicity", old."political_status", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create or replace trigger "official_restricted_keep_history" before update or delete on public."official_restricted" for each row execute function public."official_restricted_keep_history"();

create or replace function public."tenure_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."tenure_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "official_id", "managing_organization_id", "post_id", "organization_id", "post_title", "held_from", "held_to", "appointment_no", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."official_id", old."managing_organization_id", old."post_id", old."organization_id", old."post_title", old."held_from", old."held_to", old."appointment_no", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."official_id", new."managing_organization_id", new."post_id", new."organization_id", new."post_title", new."held_from", new."held_to", new."appointment_no") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."official_id", old."managing_organization_id", old."post_id", old."organization_id", old."post_title", old."held_from", old."held_to", old."appointment_no") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "tenure_keep_history" before update or delete on public."tenure" for each row execute function public."tenure_keep_history"();

create or replace function public."project_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."project_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "code", "name", "kind", "stage", "owner_id", "division_code", "investment", "approved_on", "plan_no", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."code", old."name", old."kind", old."stage", old."owner_id", old."division_code", old."investment", old."approved_on", old."plan_no", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."code", new."name", new."kind", new."stage", new."owner_id", new."division_code", new."investment", new."approved_on") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."code", old."name", old."kind", old."stage", old."owner_id", old."division_code", old."investment", old."approved_on") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "project_keep_history" before update or delete on public."project" for each row execute function public."project_keep_history"();

create or replace function public."tender_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."tender_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "tender_no", "title", "method", "status", "project_id", "tenderer_id", "division_code", "budget", "ceiling_price", "noticed_at", "bids_due_at", "opened_at", "regime", "category", "agency_uscc", "agency_name", "funding_source", "is_mandatory", "plan_no", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."tender_no", old."title", old."method", old."status", old."project_id", old."tenderer_id", old."division_code", old."budget", old."ceiling_price", old."noticed_at", old."bids_due_at", old."opened_at", old."regime", old."category", old."agency_uscc", old."agency_name", old."funding_source", old."is_mandatory", old."plan_no", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."tender_no", new."title", new."method", new."status", new."project_id", new."tenderer_id", new."division_code", new."budget", new."ceiling_price", new."noticed_at", new."bids_due_at", new."opened_at", new."regime", new."category", new."agency_uscc", new."agency_name", new."funding_source", new."is_mandatory") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."tender_no", old."title", old."method", old."status", old."project_id", old."tenderer_id", old."division_code", old."budget", old."ceiling_price", old."noticed_at", old."bids_due_at", old."opened_at", old."regime", old."category", old."agency_uscc", old."agency_name", old."funding_source", old."is_mandatory") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "tender_keep_history" before update or delete on public."tender" for each row execute function public."tender_keep_history"();

create or replace function public."tender_opening_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."tender_opening_history" ("id", "base_price", "superseded_at")
  values (old."id", old."base_price", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create or replace trigger "tender_opening_keep_history" before update or delete on public."tender_opening" for each row execute function public."tender_opening_keep_history"();

create or replace function public."tender_conditional_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."tender_conditional_history" ("id", "responsible_official_id", "superseded_at")
  values (old."id", old."responsible_official_id", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create or replace trigger "tender_conditional_keep_history" before update or delete on public."tender_conditional" for each row execute function public."tender_conditional_keep_history"();

create or replace function public."lot_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."lot_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "tender_id", "lot_no", "kind", "title", "budget", "status", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."tender_id", old."lot_no", old."kind", old."title", old."budget", old."status", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."tender_id", new."lot_no", new."kind", new."title", new."budget", new."status") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."tender_id", old."lot_no", old."kind", old."title", old."budget", old."status") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "lot_keep_history" before update or delete on public."lot" for each row execute function public."lot_keep_history"();

create or replace function public."notice_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."notice_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "tender_id", "lot_id", "kind", "title", "published_at", "media_url", "text", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."tender_id", old."lot_id", old."kind", old."title", old."published_at", old."media_url", old."text", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."tender_id", new."lot_id", new."kind", new."title", new."published_at", new."media_url", new."text") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."tender_id", old."lot_id", old."kind", old."title", old."published_at", old."media_url", old."text") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "notice_keep_history" before update or delete on public."notice" for each row execute function public."notice_keep_history"();

create or replace function public."bid_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."bid_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "tender_id", "lot_id", "supplier_name", "supplier_uscc", "received_at", "status", "reject_reason", "row_hash", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."tender_id", old."lot_id", old."supplier_name", old."supplier_uscc", old."received_at", old."status", old."reject_reason", old."row_hash", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."tender_id", new."lot_id", new."supplier_name", new."supplier_uscc", new."received_at", new."status", new."reject_reason") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."tender_id", old."lot_id", old."supplier_name", old."supplier_uscc", old."received_at", old."status", old."reject_reason") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "bid_keep_history" before update or delete on public."bid" for each row execute function public."bid_keep_history"();

create or replace function public."bid_price_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."bid_price_history" ("id", "price", "superseded_at")
  values (old."id", old."price", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create or replace trigger "bid_price_keep_history" before update or delete on public."bid_price" for each row execute function public."bid_price_keep_history"();

create or replace function public."bid_conditional_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."bid_conditional_history" ("id", "score", "superseded_at")
  values (old."id", old."score", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create or replace trigger "bid_conditional_keep_history" before update or delete on public."bid_conditional" for each row execute function public."bid_conditional_keep_history"();

create or replace function public."bid_restricted_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."bid_restricted_history" ("id", "contact_name", "contact_phone", "superseded_at")
  values (old."id", old."contact_name", old."contact_phone", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create or replace trigger "bid_restricted_keep_history" before update or delete on public."bid_restricted" for each row execute function public."bid_restricted_keep_history"();

create or replace function public."award_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."award_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "tender_id", "lot_id", "bid_id", "supplier_uscc", "supplier_name", "amount", "rank", "awarded_on", "published_at", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."tender_id", old."lot_id", old."bid_id", old."supplier_uscc", old."supplier_name", old."amount", old."rank", old."awarded_on", old."published_at", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."tender_id", new."lot_id", new."bid_id", new."supplier_uscc", new."supplier_name", new."amount", new."rank", new."awarded_on", new."published_at") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."tender_id", old."lot_id", old."bid_id", old."supplier_uscc", old."supplier_name", old."amount", old."rank", old."awarded_on", old."published_at") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "award_keep_history" before update or delete on public."award" for each row execute function public."award_keep_history"();

create or replace function public."contract_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."contract_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "contract_no", "tender_id", "award_id", "project_code", "purchaser_id", "supplier_uscc", "supplier_name", "division_code", "title", "amount", "signed_on", "published_at", "ends_on", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."contract_no", old."tender_id", old."award_id", old."project_code", old."purchaser_id", old."supplier_uscc", old."supplier_name", old."division_code", old."title", old."amount", old."signed_on", old."published_at", old."ends_on", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."contract_no", new."tender_id", new."award_id", new."project_code", new."purchaser_id", new."supplier_uscc", new."supplier_name", new."division_code", new."title", new."amount", new."signed_on", new."published_at", new."ends_on") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."contract_no", old."tender_id", old."award_id", old."project_code", old."purchaser_id", old."supplier_uscc", old."supplier_name", old."division_code", old."title", old."amount", old."signed_on", old."published_at", old."ends_on") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "contract_keep_history" before update or delete on public."contract" for each row execute function public."contract_keep_history"();

create or replace function public."contract_conditional_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."contract_conditional_history" ("id", "text", "superseded_at")
  values (old."id", old."text", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create or replace trigger "contract_conditional_keep_history" before update or delete on public."contract_conditional" for each row execute function public."contract_conditional_keep_history"();

create or replace function public."acceptance_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."acceptance_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "contract_id", "accepted_on", "result", "is_public_service", "note", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."contract_id", old."accepted_on", old."result", old."is_public_service", old."note", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."contract_id", new."accepted_on", new."result", new."is_public_service", new."note") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."contract_id", old."accepted_on", old."result", old."is_public_service", old."note") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "acceptance_keep_history" before update or delete on public."acceptance" for each row execute function public."acceptance_keep_history"();

create or replace function public."payment_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and row(new."id", new."recorded_at", new."record_no", new."source_organization_id", new."source_system", new."source_record_no", new."document_no", new."document_date", new."valid_from", new."valid_to", new."submitted_by", new."contract_id", new."instalment", new."purchaser_id", new."supplier_id", new."supplier_uscc", new."due_on", new."amount", new."paid_amount", new."paid_on", new."delivery_id", new."delivery_row", new."content_hash") is not distinct from row(old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."contract_id", old."instalment", old."purchaser_id", old."supplier_id", old."supplier_uscc", old."due_on", old."amount", old."paid_amount", old."paid_on", old."delivery_id", old."delivery_row", old."content_hash") then
    return new;
  end if;
  insert into public."payment_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "contract_id", "instalment", "purchaser_id", "supplier_id", "supplier_uscc", "due_on", "amount", "paid_amount", "paid_on", "settlement", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."contract_id", old."instalment", old."purchaser_id", old."supplier_id", old."supplier_uscc", old."due_on", old."amount", old."paid_amount", old."paid_on", old."settlement", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."contract_id", new."instalment", new."purchaser_id", new."supplier_id", new."supplier_uscc", new."due_on", new."amount", new."paid_amount", new."paid_on") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."contract_id", old."instalment", old."purchaser_id", old."supplier_id", old."supplier_uscc", old."due_on", old."amount", old."paid_amount", old."paid_on") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "payment_keep_history" before update or delete on public."payment" for each row execute function public."payment_keep_history"();

create or replace function public."debt_limit_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."debt_limit_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "division_code", "year", "kind", "amount", "approved_on", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."division_code", old."year", old."kind", old."amount", old."approved_on", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."division_code", new."year", new."kind", new."amount", new."approved_on") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."division_code", old."year", old."kind", old."amount", old."approved_on") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "debt_limit_keep_history" before update or delete on public."debt_limit" for each row execute function public."debt_limit_keep_history"();

create or replace function public."debt_balance_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."debt_balance_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "division_code", "year", "kind", "amount", "as_of", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."division_code", old."year", old."kind", old."amount", old."as_of", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."division_code", new."year", new."kind", new."amount", new."as_of") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."division_code", old."year", old."kind", old."amount", old."as_of") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "debt_balance_keep_history" before update or delete on public."debt_balance" for each row execute function public."debt_balance_keep_history"();

create or replace function public."arrears_record_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."arrears_record_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "debtor_id", "creditor_id", "creditor_uscc", "contract_id", "division_code", "kind", "due_on", "amount", "paid_amount", "daily_interest_rate", "is_disputed", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."debtor_id", old."creditor_id", old."creditor_uscc", old."contract_id", old."division_code", old."kind", old."due_on", old."amount", old."paid_amount", old."daily_interest_rate", old."is_disputed", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."debtor_id", new."creditor_id", new."creditor_uscc", new."contract_id", new."division_code", new."kind", new."due_on", new."amount", new."paid_amount", new."daily_interest_rate", new."is_disputed") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."debtor_id", old."creditor_id", old."creditor_uscc", old."contract_id", old."division_code", old."kind", old."due_on", old."amount", old."paid_amount", old."daily_interest_rate", old."is_disputed") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "arrears_record_keep_history" before update or delete on public."arrears_record" for each row execute function public."arrears_record_keep_history"();

create or replace function public."arrears_total_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."arrears_total_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "organization_id", "year", "overdue_contracts", "overdue_amount", "published_at", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."organization_id", old."year", old."overdue_contracts", old."overdue_amount", old."published_at", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."organization_id", new."year", new."overdue_contracts", new."overdue_amount", new."published_at") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."organization_id", old."year", old."overdue_contracts", old."overdue_amount", old."published_at") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "arrears_total_keep_history" before update or delete on public."arrears_total" for each row execute function public."arrears_total_keep_history"();

create or replace function public."bond_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."bond_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "division_code", "year", "kind", "amount", "code", "name", "issued_on", "term_years", "rate", "matures_on", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."division_code", old."year", old."kind", old."amount", old."code", old."name", old."issued_on", old."term_years", old."rate", old."matures_on", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."division_code", new."year", new."kind", new."amount", new."code", new."name", new."issued_on", new."term_years", new."rate", new."matures_on") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."division_code", old."year", old."kind", old."amount", old."code", old."name", old."issued_on", old."term_years", old."rate", old."matures_on") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "bond_keep_history" before update or delete on public."bond" for each row execute function public."bond_keep_history"();

create or replace function public."bond_tranche_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."bond_tranche_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "division_code", "year", "kind", "amount", "bond_id", "tranche_no", "purpose", "project_code", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."division_code", old."year", old."kind", old."amount", old."bond_id", old."tranche_no", old."purpose", old."project_code", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."division_code", new."year", new."kind", new."amount", new."bond_id", new."tranche_no", new."purpose", new."project_code") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."division_code", old."year", old."kind", old."amount", old."bond_id", old."tranche_no", old."purpose", old."project_code") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "bond_tranche_keep_history" before update or delete on public."bond_tranche" for each row execute function public."bond_tranche_keep_history"();

create or replace function public."debt_service_due_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."debt_service_due_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "bond_id", "division_code", "due_on", "principal", "interest", "paid_on", "paid_amount", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."bond_id", old."division_code", old."due_on", old."principal", old."interest", old."paid_on", old."paid_amount", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."bond_id", new."division_code", new."due_on", new."principal", new."interest") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."bond_id", old."division_code", old."due_on", old."principal", old."interest") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "debt_service_due_keep_history" before update or delete on public."debt_service_due" for each row execute function public."debt_service_due_keep_history"();

create or replace function public."fund_use_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."fund_use_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "tranche_id", "project_code", "year", "budget", "spent", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."tranche_id", old."project_code", old."year", old."budget", old."spent", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."tranche_id", new."project_code", new."year", new."budget", new."spent") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."tranche_id", old."project_code", old."year", old."budget", old."spent") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "fund_use_keep_history" before update or delete on public."fund_use" for each row execute function public."fund_use_keep_history"();

create or replace function public."disclosure_duty_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and row(new."id", new."recorded_at", new."record_no", new."source_organization_id", new."source_system", new."source_record_no", new."document_no", new."document_date", new."valid_from", new."valid_to", new."submitted_by", new."division_code", new."document", new."year", new."approved_on", new."due_on", new."published_on", new."url", new."delivery_id", new."delivery_row", new."content_hash") is not distinct from row(old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."division_code", old."document", old."year", old."approved_on", old."due_on", old."published_on", old."url", old."delivery_id", old."delivery_row", old."content_hash") then
    return new;
  end if;
  insert into public."disclosure_duty_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "division_code", "document", "year", "approved_on", "due_on", "published_on", "url", "settlement", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."division_code", old."document", old."year", old."approved_on", old."due_on", old."published_on", old."url", old."settlement", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."division_code", new."document", new."year", new."approved_on", new."due_on", new."published_on", new."url") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."division_code", old."document", old."year", old."approved_on", old."due_on", old."published_on", old."url") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "disclosure_duty_keep_history" before update or delete on public."disclosure_duty" for each row execute function public."disclosure_duty_keep_history"();

create or replace function public."government_credit_rating_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."government_credit_rating_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "division_code", "agency", "grade", "outlook", "rated_on", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."division_code", old."agency", old."grade", old."outlook", old."rated_on", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."division_code", new."agency", new."grade", new."outlook", new."rated_on") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."division_code", old."agency", old."grade", old."outlook", old."rated_on") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "government_credit_rating_keep_history" before update or delete on public."government_credit_rating" for each row execute function public."government_credit_rating_keep_history"();

create or replace function public."debt_risk_assessment_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."debt_risk_assessment_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "year", "division_code", "government_id", "debt_ratio", "service_ratio", "overdue_ratio", "level", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."year", old."division_code", old."government_id", old."debt_ratio", old."service_ratio", old."overdue_ratio", old."level", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."year", new."division_code", new."government_id", new."debt_ratio", new."service_ratio", new."overdue_ratio", new."level") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."year", old."division_code", old."government_id", old."debt_ratio", old."service_ratio", old."overdue_ratio", old."level") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "debt_risk_assessment_keep_history" before update or delete on public."debt_risk_assessment" for each row execute function public."debt_risk_assessment_keep_history"();

create or replace function public."dishonesty_record_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new."disclosure_state" = 'REDACTED' then
    new."title" := '（已删减）';
    new."subject_name" := '（已删减）';
    new."subject_organization_id" := null;
    new."fact_summary" := '（已删减）';
    new."document_no" := null;
    new."annulment_document_no" := null;
    new."subject_post" := null;
    new."loss_amount" := null;
    update public."dishonesty_record_history" set "title" = '（已删减）', "subject_name" = '（已删减）', "subject_organization_id" = null, "fact_summary" = '（已删减）', "document_no" = null, "annulment_document_no" = null, "subject_post" = null, "loss_amount" = null, "stop_reason" = null where "id" = old."id";
    delete from public."dishonesty_record_conditional" where "id" = old."id";
    delete from public."dishonesty_record_conditional_history" where "id" = old."id";
  end if;
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."dishonesty_record_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "title", "subject_name", "subject_organization_id", "division_code", "issuing_organization_name", "issued_on", "catalog_item_code", "severity", "disclosure_state", "display_from", "stopped_on", "stop_reason", "annulled_on", "annulment_document_no", "version", "reviewed_by", "subject_kind", "subject_post", "collection_state", "source_kind", "field", "fact_summary", "disclosure_basis_id", "loss_amount", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", case when new."disclosure_state" = 'REDACTED' then null else old."document_no" end, old."document_date", old."valid_from", old."valid_to", old."submitted_by", case when new."disclosure_state" = 'REDACTED' then '（已删减）' else old."title" end, case when new."disclosure_state" = 'REDACTED' then '（已删减）' else old."subject_name" end, case when new."disclosure_state" = 'REDACTED' then null else old."subject_organization_id" end, old."division_code", old."issuing_organization_name", old."issued_on", old."catalog_item_code", old."severity", old."disclosure_state", old."display_from", old."stopped_on", case when new."disclosure_state" = 'REDACTED' then null else old."stop_reason" end, old."annulled_on", case when new."disclosure_state" = 'REDACTED' then null else old."annulment_document_no" end, old."version", old."reviewed_by", old."subject_kind", case when new."disclosure_state" = 'REDACTED' then null else old."subject_post" end, old."collection_state", old."source_kind", old."field", case when new."disclosure_state" = 'REDACTED' then '（已删减）' else old."fact_summary" end, old."disclosure_basis_id", case when new."disclosure_state" = 'REDACTED' then null else old."loss_amount" end, old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."title", new."subject_name", new."subject_organization_id", new."division_code", new."issuing_organization_name", new."issued_on", new."catalog_item_code", new."severity", new."disclosure_state", new."display_from", new."stopped_on", new."stop_reason", new."subject_kind", new."subject_post", new."collection_state", new."source_kind", new."field", new."fact_summary", new."disclosure_basis_id") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."title", old."subject_name", old."subject_organization_id", old."division_code", old."issuing_organization_name", old."issued_on", old."catalog_item_code", old."severity", old."disclosure_state", old."display_from", old."stopped_on", old."stop_reason", old."subject_kind", old."subject_post", old."collection_state", old."source_kind", old."field", old."fact_summary", old."disclosure_basis_id") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "dishonesty_record_keep_history" before update or delete on public."dishonesty_record" for each row execute function public."dishonesty_record_keep_history"();

create or replace function public."dishonesty_record_conditional_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."dishonesty_record_conditional_history" ("id", "fact_full", "social_impact", "superseded_at")
  values (old."id", old."fact_full", old."social_impact", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create or replace trigger "dishonesty_record_conditional_keep_history" before update or delete on public."dishonesty_record_conditional" for each row execute function public."dishonesty_record_conditional_keep_history"();

create or replace function public."violation_record_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new."disclosure_state" = 'REDACTED' then
    new."title" := '（已删减）';
    new."subject_name" := '（已删减）';
    new."subject_organization_id" := null;
    new."fact_summary" := '（已删减）';
    new."document_no" := null;
    new."annulment_document_no" := null;
    new."subject_uscc" := null;
    new."tender_id" := null;
    new."penalty" := '（已删减）';
    new."fine_amount" := null;
    update public."violation_record_history" set "title" = '（已删减）', "subject_name" = '（已删减）', "subject_organization_id" = null, "fact_summary" = '（已删减）', "document_no" = null, "annulment_document_no" = null, "subject_uscc" = null, "tender_id" = null, "penalty" = '（已删减）', "fine_amount" = null, "stop_reason" = null where "id" = old."id";
    delete from public."violation_record_conditional" where "id" = old."id";
    delete from public."violation_record_conditional_history" where "id" = old."id";
  end if;
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."violation_record_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "title", "subject_name", "subject_organization_id", "division_code", "issuing_organization_name", "issued_on", "catalog_item_code", "severity", "disclosure_state", "display_from", "stopped_on", "stop_reason", "annulled_on", "annulment_document_no", "version", "reviewed_by", "subject_kind", "subject_uscc", "conduct", "fact_summary", "penalty", "fine_amount", "ban_from", "ban_to", "tender_id", "disclosure_basis_id", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", case when new."disclosure_state" = 'REDACTED' then null else old."document_no" end, old."document_date", old."valid_from", old."valid_to", old."submitted_by", case when new."disclosure_state" = 'REDACTED' then '（已删减）' else old."title" end, case when new."disclosure_state" = 'REDACTED' then '（已删减）' else old."subject_name" end, case when new."disclosure_state" = 'REDACTED' then null else old."subject_organization_id" end, old."division_code", old."issuing_organization_name", old."issued_on", old."catalog_item_code", old."severity", old."disclosure_state", old."display_from", old."stopped_on", case when new."disclosure_state" = 'REDACTED' then null else old."stop_reason" end, old."annulled_on", case when new."disclosure_state" = 'REDACTED' then null else old."annulment_document_no" end, old."version", old."reviewed_by", old."subject_kind", case when new."disclosure_state" = 'REDACTED' then null else old."subject_uscc" end, old."conduct", case when new."disclosure_state" = 'REDACTED' then '（已删减）' else old."fact_summary" end, case when new."disclosure_state" = 'REDACTED' then '（已删减）' else old."penalty" end, case when new."disclosure_state" = 'REDACTED' then null else old."fine_amount" end, old."ban_from", old."ban_to", case when new."disclosure_state" = 'REDACTED' then null else old."tender_id" end, old."disclosure_basis_id", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."title", new."subject_name", new."subject_organization_id", new."division_code", new."issuing_organization_name", new."issued_on", new."catalog_item_code", new."severity", new."disclosure_state", new."display_from", new."stopped_on", new."stop_reason", new."subject_kind", new."subject_uscc", new."conduct", new."fact_summary", new."penalty", new."fine_amount", new."ban_from", new."ban_to", new."tender_id", new."disclosure_basis_id") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."title", old."subject_name", old."subject_organization_id", old."division_code", old."issuing_organization_name", old."issued_on", old."catalog_item_code", old."severity", old."disclosure_state", old."display_from", old."stopped_on", old."stop_reason", old."subject_kind", old."subject_uscc", old."conduct", old."fact_summary", old."penalty", old."fine_amount", old."ban_from", old."ban_to", old."tender_id", old."disclosure_basis_id") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "violation_record_keep_history" before update or delete on public."violation_record" for each row execute function public."violation_record_keep_history"();

create or replace function public."violation_record_conditional_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."violation_record_conditional_history" ("id", "fact_full", "superseded_at")
  values (old."id", old."fact_full", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create or replace trigger "violation_record_conditional_keep_history" before update or delete on public."violation_record_conditional" for each row execute function public."violation_record_conditional_keep_history"();

create or replace function public."disclosure_basis_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."disclosure_basis_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "citation", "decided_by_organization_id", "decided_on", "reason", "expires_on", "published_at", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."citation", old."decided_by_organization_id", old."decided_on", old."reason", old."expires_on", old."published_at", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."citation", new."decided_by_organization_id", new."decided_on", new."reason", new."expires_on", new."published_at") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."citation", old."decided_by_organization_id", old."decided_on", old."reason", old."expires_on", old."published_at") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "disclosure_basis_keep_history" before update or delete on public."disclosure_basis" for each row execute function public."disclosure_basis_keep_history"();

create or replace function public."disclosure_notice_refuse_change"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - array['reason', 'subject_name', 'annulment_document_no'] = to_jsonb(old) - array['reason', 'subject_name', 'annulment_document_no']
    and new."reason" is not distinct from '（已删减）'
    and new."subject_name" is not distinct from null
    and new."annulment_document_no" is not distinct from null
    and old."kind" <> 'REDACTION'
    and exists (select from public."dishonesty_record" e where e."record_no" = old."record_no" and e."disclosure_state" = 'REDACTED')
    or to_jsonb(new) - array['reason', 'subject_name', 'annulment_document_no'] = to_jsonb(old) - array['reason', 'subject_name', 'annulment_document_no']
    and new."reason" is not distinct from '（已删减）'
    and new."subject_name" is not distinct from null
    and new."annulment_document_no" is not distinct from null
    and old."kind" <> 'REDACTION'
    and exists (select from public."violation_record" e where e."record_no" = old."record_no" and e."disclosure_state" = 'REDACTED')) then
    return new;
  end if;
  raise exception 'Rows of % are never changed nor deleted.', tg_table_name using errcode = '42501';
end $$;
create or replace trigger "disclosure_notice_unchangeable" before update or delete on public."disclosure_notice" for each row execute function public."disclosure_notice_refuse_change"();
create or replace trigger "disclosure_notice_untruncatable" before truncate on public."disclosure_notice" for each statement execute function public.hub_refuse_change();

create or replace function public."publication_channel_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."publication_channel_history" ("id", "recorded_at", "dishonesty_record_id", "kind", "url", "organization_id", "state", "published_on", "taken_down_on", "take_down_by", "version", "recorded_by", "superseded_at")
  values (old."id", old."recorded_at", old."dishonesty_record_id", old."kind", old."url", old."organization_id", old."state", old."published_on", old."taken_down_on", old."take_down_by", old."version", old."recorded_by", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."dishonesty_record_id", new."kind", new."url", new."organization_id", new."state", new."published_on", new."taken_down_on", new."take_down_by") is distinct from row(old."id", old."dishonesty_record_id", old."kind", old."url", old."organization_id", old."state", old."published_on", old."taken_down_on", old."take_down_by") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "publication_channel_keep_history" before update or delete on public."publication_channel" for each row execute function public."publication_channel_keep_history"();

create or replace function public."official_dishonesty_record_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."official_dishonesty_record_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "official_id", "managing_organization_id", "division_code", "title", "source_kind", "field", "severity", "issuing_organization_name", "issued_on", "served_on", "fact_summary", "fact_full", "published_record_id", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."official_id", old."managing_organization_id", old."division_code", old."title", old."source_kind", old."field", old."severity", old."issuing_organization_name", old."issued_on", old."served_on", old."fact_summary", old."fact_full", old."published_record_id", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."official_id", new."managing_organization_id", new."division_code", new."title", new."source_kind", new."field", new."severity", new."issuing_organization_name", new."issued_on", new."served_on", new."fact_summary", new."fact_full", new."published_record_id") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."official_id", old."managing_organization_id", old."division_code", old."title", old."source_kind", old."field", old."severity", old."issuing_organization_name", old."issued_on", old."served_on", old."fact_summary", old."fact_full", old."published_record_id") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "official_dishonesty_record_keep_history" before update or delete on public."official_dishonesty_record" for each row execute function public."official_dishonesty_record_keep_history"();

create or replace function public."record_responsibility_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."record_responsibility_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "dishonesty_record_id", "official_id", "role", "post_title", "held_from", "held_to", "managing_organization_id", "division_code", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."dishonesty_record_id", old."official_id", old."role", old."post_title", old."held_from", old."held_to", old."managing_organization_id", old."division_code", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."dishonesty_record_id", new."official_id", new."role", new."post_title", new."held_from", new."held_to", new."managing_organization_id", new."division_code") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."dishonesty_record_id", old."official_id", old."role", old."post_title", old."held_from", old."held_to", old."managing_organization_id", old."division_code") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "record_responsibility_keep_history" before update or delete on public."record_responsibility" for each row execute function public."record_responsibility_keep_history"();

create or replace function public."duty_crime_record_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."duty_crime_record_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "catalog_item_code", "severity", "disclosure_state", "display_from", "stopped_on", "stop_reason", "disclosure_basis_id", "case_no", "court_name", "judgment_date", "effective_on", "charges", "sentence_kind", "sentence_months", "is_suspended", "person_name", "post_at_offence", "organization_at_offence_id", "division_code", "official_id", "managing_organization_id", "id_number_digest", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."catalog_item_code", old."severity", old."disclosure_state", old."display_from", old."stopped_on", old."stop_reason", old."disclosure_basis_id", old."case_no", old."court_name", old."judgment_date", old."effective_on", old."charges", old."sentence_kind", old."sentence_months", old."is_suspended", old."person_name", old."post_at_offence", old."organization_at_offence_id", old."division_code", old."official_id", old."managing_organization_id", old."id_number_digest", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."catalog_item_code", new."severity", new."disclosure_state", new."display_from", new."stopped_on", new."stop_reason", new."disclosure_basis_id", new."case_no", new."court_name", new."judgment_date", new."effective_on", new."charges", new."sentence_kind", new."sentence_months", new."is_suspended", new."person_name", new."post_at_offence", new."organization_at_offence_id", new."division_code", new."official_id", new."managing_organization_id") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."catalog_item_code", old."severity", old."disclosure_state", old."display_from", old."stopped_on", old."stop_reason", old."disclosure_basis_id", old."case_no", old."court_name", old."judgment_date", old."effective_on", old."charges", old."sentence_kind", old."sentence_months", old."is_suspended", old."person_name", old."post_at_offence", old."organization_at_offence_id", old."division_code", old."official_id", old."managing_organization_id") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "duty_crime_record_keep_history" before update or delete on public."duty_crime_record" for each row execute function public."duty_crime_record_keep_history"();

create or replace function public."duty_crime_record_restricted_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."duty_crime_record_restricted_history" ("id", "id_number", "superseded_at")
  values (old."id", old."id_number", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create or replace trigger "duty_crime_record_restricted_keep_history" before update or delete on public."duty_crime_record_restricted" for each row execute function public."duty_crime_record_restricted_keep_history"();

create or replace function public."attachment_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."attachment_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "dishonesty_record_id", "violation_record_id", "title", "media_type", "bytes", "is_publishable", "sha256", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."dishonesty_record_id", old."violation_record_id", old."title", old."media_type", old."bytes", old."is_publishable", old."sha256", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."dishonesty_record_id", new."violation_record_id", new."title", new."media_type", new."bytes", new."is_publishable") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."dishonesty_record_id", old."violation_record_id", old."title", old."media_type", old."bytes", old."is_publishable") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "attachment_keep_history" before update or delete on public."attachment" for each row execute function public."attachment_keep_history"();

create or replace function public."measure_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."measure_history" ("id", "recorded_at", "code", "kind", "name", "basis_citation", "applicable_severity", "applier", "target_kind", "effective_from", "effective_to", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."code", old."kind", old."name", old."basis_citation", old."applicable_severity", old."applier", old."target_kind", old."effective_from", old."effective_to", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."code", new."kind", new."name", new."basis_citation", new."applicable_severity", new."applier", new."target_kind", new."effective_from", new."effective_to") is distinct from row(old."id", old."code", old."kind", old."name", old."basis_citation", old."applicable_severity", old."applier", old."target_kind", old."effective_from", old."effective_to") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "measure_keep_history" before update or delete on public."measure" for each row execute function public."measure_keep_history"();

create or replace trigger "sharing_grant_step_unchangeable" before update or delete on public."sharing_grant_step" for each row execute function public.hub_refuse_change();
create or replace trigger "sharing_grant_step_untruncatable" before truncate on public."sharing_grant_step" for each statement execute function public.hub_refuse_change();

create or replace function public."sharing_grant_deadline_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and row(new."id", new."recorded_at", new."sharing_grant_id", new."clock", new."version_code", new."division_code", new."started_on", new."due_on", new."met_on") is not distinct from row(old."id", old."recorded_at", old."sharing_grant_id", old."clock", old."version_code", old."division_code", old."started_on", old."due_on", old."met_on") then
    return new;
  end if;
  insert into public."sharing_grant_deadline_history" ("id", "recorded_at", "sharing_grant_id", "clock", "version_code", "division_code", "started_on", "due_on", "met_on", "settlement", "superseded_at")
  values (old."id", old."recorded_at", old."sharing_grant_id", old."clock", old."version_code", old."division_code", old."started_on", old."due_on", old."met_on", old."settlement", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."sharing_grant_id", new."clock", new."version_code", new."division_code", new."started_on", new."due_on", new."met_on") is distinct from row(old."id", old."sharing_grant_id", old."clock", old."version_code", old."division_code", old."started_on", old."due_on", old."met_on") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "sharing_grant_deadline_keep_history" before update or delete on public."sharing_grant_deadline" for each row execute function public."sharing_grant_deadline_keep_history"();

create or replace function public."dishonesty_record_step_refuse_change"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - array['reason'] = to_jsonb(old) - array['reason']
    and new."reason" is not distinct from null
    and old."to_state" <> 'REDACTED'
    and exists (select from public."dishonesty_record" e where e."id" = old."dishonesty_record_id" and e."disclosure_state" = 'REDACTED')) then
    return new;
  end if;
  raise exception 'Rows of % are never changed nor deleted.', tg_table_name using errcode = '42501';
end $$;
create or replace trigger "dishonesty_record_step_unchangeable" before update or delete on public."dishonesty_record_step" for each row execute function public."dishonesty_record_step_refuse_change"();
create or replace trigger "dishonesty_record_step_untruncatable" before truncate on public."dishonesty_record_step" for each statement execute function public.hub_refuse_change();

create or replace function public."dishonesty_record_deadline_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and row(new."id", new."recorded_at", new."dishonesty_record_id", new."clock", new."version_code", new."division_code", new."started_on", new."due_on", new."met_on") is not distinct from row(old."id", old."recorded_at", old."dishonesty_record_id", old."clock", old."version_code", old."division_code", old."started_on", old."due_on", old."met_on") then
    return new;
  end if;
  insert into public."dishonesty_record_deadline_history" ("id", "recorded_at", "dishonesty_record_id", "clock", "version_code", "division_code", "started_on", "due_on", "met_on", "settlement", "superseded_at")
  values (old."id", old."recorded_at", old."dishonesty_record_id", old."clock", old."version_code", old."division_code", old."started_on", old."due_on", old."met_on", old."settlement", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."dishonesty_record_id", new."clock", new."version_code", new."division_code", new."started_on", new."due_on", new."met_on") is distinct from row(old."id", old."dishonesty_record_id", old."clock", old."version_code", old."division_code", old."started_on", old."due_on", old."met_on") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "dishonesty_record_deadline_keep_history" before update or delete on public."dishonesty_record_deadline" for each row execute function public."dishonesty_record_deadline_keep_history"();

create or replace function public."violation_record_step_refuse_change"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - array['reason'] = to_jsonb(old) - array['reason']
    and new."reason" is not distinct from null
    and old."to_state" <> 'REDACTED'
    and exists (select from public."violation_record" e where e."id" = old."violation_record_id" and e."disclosure_state" = 'REDACTED')) then
    return new;
  end if;
  raise exception 'Rows of % are never changed nor deleted.', tg_table_name using errcode = '42501';
end $$;
create or replace trigger "violation_record_step_unchangeable" before update or delete on public."violation_record_step" for each row execute function public."violation_record_step_refuse_change"();
create or replace trigger "violation_record_step_untruncatable" before truncate on public."violation_record_step" for each statement execute function public.hub_refuse_change();

create or replace function public."violation_record_deadline_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and row(new."id", new."recorded_at", new."violation_record_id", new."clock", new."version_code", new."division_code", new."started_on", new."due_on", new."met_on") is not distinct from row(old."id", old."recorded_at", old."violation_record_id", old."clock", old."version_code", old."division_code", old."started_on", old."due_on", old."met_on") then
    return new;
  end if;
  insert into public."violation_record_deadline_history" ("id", "recorded_at", "violation_record_id", "clock", "version_code", "division_code", "started_on", "due_on", "met_on", "settlement", "superseded_at")
  values (old."id", old."recorded_at", old."violation_record_id", old."clock", old."version_code", old."division_code", old."started_on", old."due_on", old."met_on", old."settlement", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."violation_record_id", new."clock", new."version_code", new."division_code", new."started_on", new."due_on", new."met_on") is distinct from row(old."id", old."violation_record_id", old."clock", old."version_code", old."division_code", old."started_on", old."due_on", old."met_on") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "violation_record_deadline_keep_history" before update or delete on public."violation_record_deadline" for each row execute function public."violation_record_deadline_keep_history"();

create or replace function public."legal_basis_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."legal_basis_history" ("id", "recorded_at", "citation", "title", "document_no", "article", "effective_from", "effective_to", "repealed_by", "summary", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."citation", old."title", old."document_no", old."article", old."effective_from", old."effective_to", old."repealed_by", old."summary", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."citation", new."title", new."document_no", new."article", new."effective_from", new."effective_to", new."repealed_by", new."summary") is distinct from row(old."id", old."citation", old."title", old."document_no", old."article", old."effective_from", old."effective_to", old."repealed_by", old."summary") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "legal_basis_keep_history" before update or delete on public."legal_basis" for each row execute function public."legal_basis_keep_history"();

create or replace function public."catalog_item_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."catalog_item_history" ("id", "recorded_at", "code", "name", "category", "provider_name", "provider_code", "summary", "format", "disclosure_class", "sharing_condition", "sharing_method", "open_attribute", "update_cycle", "secrecy_attribute", "lowest_level", "published_on", "related_codes", "basis_citation", "type_name", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."code", old."name", old."category", old."provider_name", old."provider_code", old."summary", old."format", old."disclosure_class", old."sharing_condition", old."sharing_method", old."open_attribute", old."update_cycle", old."secrecy_attribute", old."lowest_level", old."published_on", old."related_codes", old."basis_citation", old."type_name", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."code", new."name", new."category", new."provider_name", new."provider_code", new."summary", new."format", new."disclosure_class", new."sharing_condition", new."sharing_method", new."open_attribute", new."update_cycle", new."secrecy_attribute", new."lowest_level", new."published_on", new."related_codes", new."basis_citation", new."type_name") is distinct from row(old."id", old."code", old."name", old."category", old."provider_name", old."provider_code", old."summary", old."format", old."disclosure_class", old."sharing_condition", old."sharing_method", old."open_attribute", old."update_cycle", old."secrecy_attribute", old."lowest_level", old."published_on", old."related_codes", old."basis_citation", old."type_name") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "catalog_item_keep_history" before update or delete on public."catalog_item" for each row execute function public."catalog_item_keep_history"();

create or replace function public."display_period_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."display_period_history" ("id", "recorded_at", "version_code", "catalog_item_code", "severity", "is_displayed", "min_months", "max_months", "effective_from", "effective_to", "basis_citation", "confidence", "note", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."version_code", old."catalog_item_code", old."severity", old."is_displayed", old."min_months", old."max_months", old."effective_from", old."effective_to", old."basis_citation", old."confidence", old."note", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."version_code", new."catalog_item_code", new."severity", new."is_displayed", new."min_months", new."max_months", new."effective_from", new."effective_to", new."basis_citation", new."confidence", new."note") is distinct from row(old."id", old."version_code", old."catalog_item_code", old."severity", old."is_displayed", old."min_months", old."max_months", old."effective_from", old."effective_to", old."basis_citation", old."confidence", old."note") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "display_period_keep_history" before update or delete on public."display_period" for each row execute function public."display_period_keep_history"();

create or replace function public."calendar_day_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."calendar_day_history" ("id", "recorded_at", "day", "kind", "name", "basis_citation", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."day", old."kind", old."name", old."basis_citation", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."day", new."kind", new."name", new."basis_citation") is distinct from row(old."id", old."day", old."kind", old."name", old."basis_citation") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "calendar_day_keep_history" before update or delete on public."calendar_day" for each row execute function public."calendar_day_keep_history"();

create or replace function public."threshold_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."threshold_history" ("id", "recorded_at", "version_code", "code", "name", "value", "unit", "effective_from", "effective_to", "basis_citation", "confidence", "note", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."version_code", old."code", old."name", old."value", old."unit", old."effective_from", old."effective_to", old."basis_citation", old."confidence", old."note", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."version_code", new."code", new."name", new."value", new."unit", new."effective_from", new."effective_to", new."basis_citation", new."confidence", new."note") is distinct from row(old."id", old."version_code", old."code", old."name", old."value", old."unit", old."effective_from", old."effective_to", old."basis_citation", old."confidence", old."note") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "threshold_keep_history" before update or delete on public."threshold" for each row execute function public."threshold_keep_history"();

create or replace function public."masking_rule_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."masking_rule_history" ("id", "recorded_at", "code", "applies_to", "rule", "example", "effective_from", "effective_to", "basis_citation", "confidence", "note", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."code", old."applies_to", old."rule", old."example", old."effective_from", old."effective_to", old."basis_citation", old."confidence", old."note", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."code", new."applies_to", new."rule", new."example", new."effective_from", new."effective_to", new."basis_citation", new."confidence", new."note") is distinct from row(old."id", old."code", old."applies_to", old."rule", old."example", old."effective_from", old."effective_to", old."basis_citation", old."confidence", old."note") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "masking_rule_keep_history" before update or delete on public."masking_rule" for each row execute function public."masking_rule_keep_history"();

create or replace function public."policy_change_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."policy_change_history" ("id", "recorded_at", "change_no", "kind", "version_code", "catalog_item_code", "severity", "is_displayed", "min_months", "max_months", "threshold_code", "name", "value", "unit", "effective_from", "basis_citation", "confidence", "note", "division_code", "state", "proposed_on", "decided_on", "proposed_by_id", "decision_reason", "version", "follows", "proposed_by", "decided_by", "superseded_at")
  values (old."id", old."recorded_at", old."change_no", old."kind", old."version_code", old."catalog_item_code", old."severity", old."is_displayed", old."min_months", old."max_months", old."threshold_code", old."name", old."value", old."unit", old."effective_from", old."basis_citation", old."confidence", old."note", old."division_code", old."state", old."proposed_on", old."decided_on", old."proposed_by_id", old."decision_reason", old."version", old."follows", old."proposed_by", old."decided_by", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."change_no", new."kind", new."version_code", new."catalog_item_code", new."severity", new."is_displayed", new."min_months", new."max_months", new."threshold_code", new."name", new."value", new."unit", new."effective_from", new."basis_citation", new."confidence", new."note", new."division_code", new."state", new."proposed_on", new."decided_on", new."proposed_by_id") is distinct from row(old."id", old."change_no", old."kind", old."version_code", old."catalog_item_code", old."severity", old."is_displayed", old."min_months", old."max_months", old."threshold_code", old."name", old."value", old."unit", old."effective_from", old."basis_citation", old."confidence", old."note", old."division_code", old."state", old."proposed_on", old."decided_on", old."proposed_by_id") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "policy_change_keep_history" before update or delete on public."policy_change" for each row execute function public."policy_change_keep_history"();

create or replace function public."field_policy_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."field_policy_history" ("id", "recorded_at", "coordinate", "type_name", "field_name", "data_type", "disclosure_class", "to_subject", "basis_citation", "filterable", "audited", "row_rule", "description", "superseded_at")
  values (old."id", old."recorded_at", old."coordinate", old."type_name", old."field_name", old."data_type", old."disclosure_class", old."to_subject", old."basis_citation", old."filterable", old."audited", old."row_rule", old."description", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."coordinate", new."type_name", new."field_name", new."data_type", new."disclosure_class", new."to_subject", new."basis_citation", new."filterable", new."audited", new."row_rule", new."description") is distinct from row(old."id", old."coordinate", old."type_name", old."field_name", old."data_type", old."disclosure_class", old."to_subject", old."basis_citation", old."filterable", old."audited", old."row_rule", old."description") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "field_policy_keep_history" before update or delete on public."field_policy" for each row execute function public."field_policy_keep_history"();

create or replace function public."regulation_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."regulation_history" ("id", "recorded_at", "regulation_no", "title", "doc_no", "level", "tags", "issuing_body_name", "drafting_body_id", "division_code", "state", "summary", "text_url", "consultation_from", "consultation_to", "consultation_reason", "adopted_on", "effective_from", "amended_on", "amended_by", "effective_to", "repealed_by", "version", "drafted_by", "superseded_at")
  values (old."id", old."recorded_at", old."regulation_no", old."title", old."doc_no", old."level", old."tags", old."issuing_body_name", old."drafting_body_id", old."division_code", old."state", old."summary", old."text_url", old."consultation_from", old."consultation_to", old."consultation_reason", old."adopted_on", old."effective_from", old."amended_on", old."amended_by", old."effective_to", old."repealed_by", old."version", old."drafted_by", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."regulation_no", new."title", new."doc_no", new."level", new."tags", new."issuing_body_name", new."drafting_body_id", new."division_code", new."state", new."summary", new."text_url", new."consultation_from", new."consultation_to", new."consultation_reason", new."adopted_on", new."effective_from", new."amended_on", new."amended_by", new."effective_to", new."repealed_by") is distinct from row(old."id", old."regulation_no", old."title", old."doc_no", old."level", old."tags", old."issuing_body_name", old."drafting_body_id", old."division_code", old."state", old."summary", old."text_url", old."consultation_from", old."consultation_to", old."consultation_reason", old."adopted_on", old."effective_from", old."amended_on", old."amended_by", old."effective_to", old."repealed_by") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "regulation_keep_history" before update or delete on public."regulation" for each row execute function public."regulation_keep_history"();

create or replace function public."subject_request_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."subject_request_history" ("id", "recorded_at", "request_no", "official_id", "managing_organization_id", "kind", "about_type", "about_row", "statement", "state", "submitted_on", "accept_by", "answer_by", "accepted_on", "decided_on", "outcome", "answer", "refusal_reason", "basis_citation", "version", "handled_by", "superseded_at")
  values (old."id", old."recorded_at", old."request_no", old."official_id", old."managing_organization_id", old."kind", old."about_type", old."about_row", old."statement", old."state", old."submitted_on", old."accept_by", old."answer_by", old."accepted_on", old."decided_on", old."outcome", old."answer", old."refusal_reason", old."basis_citation", old."version", old."handled_by", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."request_no", new."official_id", new."managing_organization_id", new."kind", new."about_type", new."about_row", new."statement", new."state", new."submitted_on", new."accept_by", new."answer_by", new."accepted_on", new."decided_on", new."outcome", new."answer", new."refusal_reason", new."basis_citation", new."version") is distinct from row(old."id", old."request_no", old."official_id", old."managing_organization_id", old."kind", old."about_type", old."about_row", old."statement", old."state", old."submitted_on", old."accept_by", old."answer_by", old."accepted_on", old."decided_on", old."outcome", old."answer", old."refusal_reason", old."basis_citation", old."version") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "subject_request_keep_history" before update or delete on public."subject_request" for each row execute function public."subject_request_keep_history"();

create or replace function public."privacy_impact_assessment_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and row(new."id", new."recorded_at", new."assessment_no", new."assessing_body_id", new."division_code", new."title", new."occasion", new."assessed_types", new."legality", new."risks", new."measures", new."conclusion", new."state", new."submitted_on", new."approved_on", new."decision_reason", new."version", new."assessed_by", new."decided_by") is not distinct from row(old."id", old."recorded_at", old."assessment_no", old."assessing_body_id", old."division_code", old."title", old."occasion", old."assessed_types", old."legality", old."risks", old."measures", old."conclusion", old."state", old."submitted_on", old."approved_on", old."decision_reason", old."version", old."assessed_by", old."decided_by") then
    return new;
  end if;
  insert into public."privacy_impact_assessment_history" ("id", "recorded_at", "assessment_no", "assessing_body_id", "division_code", "title", "occasion", "assessed_types", "legality", "risks", "measures", "conclusion", "state", "submitted_on", "approved_on", "decision_reason", "kept_until", "version", "assessed_by", "decided_by", "superseded_at")
  values (old."id", old."recorded_at", old."assessment_no", old."assessing_body_id", old."division_code", old."title", old."occasion", old."assessed_types", old."legality", old."risks", old."measures", old."conclusion", old."state", old."submitted_on", old."approved_on", old."decision_reason", old."kept_until", old."version", old."assessed_by", old."decided_by", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."assessment_no", new."assessing_body_id", new."division_code", new."title", new."occasion", new."assessed_types", new."legality", new."risks", new."measures", new."conclusion", new."state", new."submitted_on", new."approved_on", new."decision_reason", new."version") is distinct from row(old."id", old."assessment_no", old."assessing_body_id", old."division_code", old."title", old."occasion", old."assessed_types", old."legality", old."risks", old."measures", old."conclusion", old."state", old."submitted_on", old."approved_on", old."decision_reason", old."version") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "privacy_impact_assessment_keep_history" before update or delete on public."privacy_impact_assessment" for each row execute function public."privacy_impact_assessment_keep_history"();

create or replace function public."security_incident_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."security_incident_history" ("id", "recorded_at", "incident_no", "organization_id", "division_code", "kind", "found_on", "description", "data_categories", "persons_affected", "state", "cause", "measures", "contained_on", "authority_notified_on", "notify_by", "persons_notified_on", "not_notified_reason", "closed_on", "lesson", "version", "reported_by", "superseded_at")
  values (old."id", old."recorded_at", old."incident_no", old."organization_id", old."division_code", old."kind", old."found_on", old."description", old."data_categories", old."persons_affected", old."state", old."cause", old."measures", old."contained_on", old."authority_notified_on", old."notify_by", old."persons_notified_on", old."not_notified_reason", old."closed_on", old."lesson", old."version", old."reported_by", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."incident_no", new."organization_id", new."division_code", new."kind", new."found_on", new."description", new."data_categories", new."persons_affected", new."state", new."cause", new."measures", new."contained_on", new."authority_notified_on", new."notify_by", new."persons_notified_on", new."not_notified_reason", new."closed_on", new."lesson", new."version") is distinct from row(old."id", old."incident_no", old."organization_id", old."division_code", old."kind", old."found_on", old."description", old."data_categories", old."persons_affected", old."state", old."cause", old."measures", old."contained_on", old."authority_notified_on", old."notify_by", old."persons_notified_on", old."not_notified_reason", old."closed_on", old."lesson", old."version") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "security_incident_keep_history" before update or delete on public."security_incident" for each row execute function public."security_incident_keep_history"();

create or replace function public."retention_rule_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."retention_rule_history" ("id", "recorded_at", "version_code", "code", "name", "type_name", "counts_from", "counts_from_field", "period", "unit", "at_end", "basis_citation", "confidence", "effective_from", "effective_to", "note", "delivery_id", "delivery_row", "content_hash", "superseded_at")
  values (old."id", old."recorded_at", old."version_code", old."code", old."name", old."type_name", old."counts_from", old."counts_from_field", old."period", old."unit", old."at_end", old."basis_citation", old."confidence", old."effective_from", old."effective_to", old."note", old."delivery_id", old."delivery_row", old."content_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."version_code", new."code", new."name", new."type_name", new."counts_from", new."counts_from_field", new."period", new."unit", new."at_end", new."basis_citation", new."confidence", new."effective_from", new."effective_to", new."note") is distinct from row(old."id", old."version_code", old."code", old."name", old."type_name", old."counts_from", old."counts_from_field", old."period", old."unit", old."at_end", old."basis_citation", old."confidence", old."effective_from", old."effective_to", old."note") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "retention_rule_keep_history" before update or delete on public."retention_rule" for each row execute function public."retention_rule_keep_history"();

create or replace trigger "retention_run_unchangeable" before update or delete on public."retention_run" for each row execute function public.hub_refuse_change();
create or replace trigger "retention_run_untruncatable" before truncate on public."retention_run" for each statement execute function public.hub_refuse_change();

create or replace function public."client_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."client_history" ("id", "recorded_at", "client_id", "name", "organization_id", "audience", "jurisdiction_code", "state", "state_reason", "may_hide", "contact", "version", "registered_by", "superseded_at")
  values (old."id", old."recorded_at", old."client_id", old."name", old."organization_id", old."audience", old."jurisdiction_code", old."state", old."state_reason", old."may_hide", old."contact", old."version", old."registered_by", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."client_id", new."name", new."organization_id", new."audience", new."jurisdiction_code", new."state", new."state_reason", new."may_hide", new."contact", new."version") is distinct from row(old."id", old."client_id", old."name", old."organization_id", old."audience", old."jurisdiction_code", old."state", old."state_reason", old."may_hide", old."contact", old."version") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "client_keep_history" before update or delete on public."client" for each row execute function public."client_keep_history"();

create or replace function public."client_credential_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."client_credential_history" ("id", "recorded_at", "client_row_id", "kind", "label", "networks", "expires_at", "revoked_at", "public_jwk", "secret_digest", "superseded_at")
  values (old."id", old."recorded_at", old."client_row_id", old."kind", old."label", old."networks", old."expires_at", old."revoked_at", old."public_jwk", old."secret_digest", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."client_row_id", new."kind", new."label", new."networks", new."expires_at", new."revoked_at") is distinct from row(old."id", old."client_row_id", old."kind", old."label", old."networks", old."expires_at", old."revoked_at") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "client_credential_keep_history" before update or delete on public."client_credential" for each row execute function public."client_credential_keep_history"();

create or replace function public."sharing_grant_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."sharing_grant_history" ("id", "recorded_at", "grant_no", "requester_id", "provider_id", "items", "basis_citation", "state", "requested_on", "decided_on", "valid_from", "valid_to", "fields", "purpose", "purpose_note", "scope_division_code", "covers_whole_scope", "daily_quota", "decision_reason", "version", "requested_by", "decided_by", "superseded_at")
  values (old."id", old."recorded_at", old."grant_no", old."requester_id", old."provider_id", old."items", old."basis_citation", old."state", old."requested_on", old."decided_on", old."valid_from", old."valid_to", old."fields", old."purpose", old."purpose_note", old."scope_division_code", old."covers_whole_scope", old."daily_quota", old."decision_reason", old."version", old."requested_by", old."decided_by", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."grant_no", new."requester_id", new."provider_id", new."items", new."basis_citation", new."state", new."requested_on", new."decided_on", new."valid_from", new."valid_to") is distinct from row(old."id", old."grant_no", old."requester_id", old."provider_id", old."items", old."basis_citation", old."state", old."requested_on", old."decided_on", old."valid_from", old."valid_to") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "sharing_grant_keep_history" before update or delete on public."sharing_grant" for each row execute function public."sharing_grant_keep_history"();

create or replace function public."delivery_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."delivery_history" ("id", "recorded_at", "receipt_no", "organization_id", "client_id", "audience", "dataset", "format", "encoding", "byte_count", "file_digest", "state", "state_reason", "phase", "progress", "rows_read", "rows_taken", "rows_faulty", "rows_inserted", "rows_updated", "rows_unchanged", "received_at", "finished_at", "version", "jurisdiction", "superseded_at")
  values (old."id", old."recorded_at", old."receipt_no", old."organization_id", old."client_id", old."audience", old."dataset", old."format", old."encoding", old."byte_count", old."file_digest", old."state", old."state_reason", old."phase", old."progress", old."rows_read", old."rows_taken", old."rows_faulty", old."rows_inserted", old."rows_updated", old."rows_unchanged", old."received_at", old."finished_at", old."version", old."jurisdiction", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."receipt_no", new."organization_id", new."client_id", new."audience", new."dataset", new."format", new."encoding", new."byte_count", new."file_digest", new."state", new."state_reason", new."phase", new."progress", new."rows_read", new."rows_taken", new."rows_faulty", new."rows_inserted", new."rows_updated", new."rows_unchanged", new."received_at", new."finished_at", new."version") is distinct from row(old."id", old."receipt_no", old."organization_id", old."client_id", old."audience", old."dataset", old."format", old."encoding", old."byte_count", old."file_digest", old."state", old."state_reason", old."phase", old."progress", old."rows_read", old."rows_taken", old."rows_faulty", old."rows_inserted", old."rows_updated", old."rows_unchanged", old."received_at", old."finished_at", old."version") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "delivery_keep_history" before update or delete on public."delivery" for each row execute function public."delivery_keep_history"();

create or replace trigger "delivery_fault_unchangeable" before update or delete on public."delivery_fault" for each row execute function public.hub_refuse_change();
create or replace trigger "delivery_fault_untruncatable" before truncate on public."delivery_fault" for each statement execute function public.hub_refuse_change();

create or replace trigger "access_event_unchangeable" before update or delete on public."access_event" for each row execute function public.hub_refuse_change();
create or replace trigger "access_event_untruncatable" before truncate on public."access_event" for each statement execute function public.hub_refuse_change();

create or replace trigger "access_log_entry_unchangeable" before update or delete on public."access_log_entry" for each row execute function public.hub_refuse_change();
create or replace trigger "access_log_entry_untruncatable" before truncate on public."access_log_entry" for each statement execute function public.hub_refuse_change();

create or replace trigger "access_log_head_unchangeable" before update or delete on public."access_log_head" for each row execute function public.hub_refuse_change();
create or replace trigger "access_log_head_untruncatable" before truncate on public."access_log_head" for each statement execute function public.hub_refuse_change();

-- Everything is taken back first; what follows is all that is given.
do $$
declare
  policy record;
  writer regprocedure;
begin
  for policy in select tablename, policyname from pg_policies where schemaname = 'public' and tablename in ('organization', 'organization_history', 'organization_restricted', 'organization_restricted_history', 'administrative_division', 'administrative_division_history', 'former_identity', 'former_identity_history', 'post', 'post_history', 'office_holder', 'office_holder_history', 'office_holder_conditional', 'office_holder_conditional_history', 'official', 'official_history', 'official_restricted', 'official_restricted_history', 'tenure', 'tenure_history', 'project', 'project_history', 'tender', 'tender_history', 'tender_opening', 'tender_opening_history', 'tender_conditional', 'tender_conditional_history', 'lot', 'lot_history', 'notice', 'notice_history', 'bid', 'bid_history', 'bid_price', 'bid_price_history', 'bid_conditional', 'bid_conditional_history', 'bid_restricted', 'bid_restricted_history', 'award', 'award_history', 'contract', 'contract_history', 'contract_conditional', 'contract_conditional_history', 'acceptance', 'acceptance_history', 'payment', 'payment_history', 'debt_limit', 'debt_limit_history', 'debt_balance', 'debt_balance_history', 'arrears_record', 'arrears_record_history', 'arrears_total', 'arrears_total_history', 'bond', 'bond_history', 'bond_tranche', 'bond_tranche_history', 'debt_service_due', 'debt_service_due_history', 'fund_use', 'fund_use_history', 'disclosure_duty', 'disclosure_duty_history', 'government_credit_rating', 'government_credit_rating_history', 'debt_risk_assessment', 'debt_risk_assessment_history', 'dishonesty_record', 'dishonesty_record_history', 'dishonesty_record_conditional', 'dishonesty_record_conditional_history', 'violation_record', 'violation_record_history', 'violation_record_conditional', 'violation_record_conditional_history', 'disclosure_basis', 'disclosure_basis_history', 'disclosure_notice', 'publication_channel', 'publication_channel_history', 'official_dishonesty_record', 'official_dishonesty_record_history', 'record_responsibility', 'record_responsibility_history', 'duty_crime_record', 'duty_crime_record_history', 'duty_crime_record_restricted', 'duty_crime_record_restricted_history', 'attachment', 'attachment_history', 'measure', 'measure_history', 'sharing_grant_step', 'sharing_grant_deadline', 'sharing_grant_deadline_history', 'dishonesty_record_step', 'dishonesty_record_deadline', 'dishonesty_record_deadline_history', 'violation_record_step', 'violation_record_deadline', 'violation_record_deadline_history', 'legal_basis', 'legal_basis_history', 'catalog_item', 'catalog_item_history', 'display_period', 'display_period_history', 'calendar_day', 'calendar_day_history', 'threshold', 'threshold_history', 'masking_rule', 'masking_rule_history', 'policy_change', 'policy_change_history', 'field_policy', 'field_policy_history', 'regulation', 'regulation_history', 'subject_request', 'subject_request_history', 'privacy_impact_assessment', 'privacy_impact_assessment_history', 'security_incident', 'security_incident_history', 'retention_rule', 'retention_rule_history', 'retention_run', 'client', 'client_history', 'client_credential', 'client_credential_history', 'sharing_grant', 'sharing_grant_history', 'delivery', 'delivery_history', 'delivery_fault', 'access_event', 'access_log_entry', 'access_log_head') loop
    execute format('drop policy %I on public.%I', policy.policyname, policy.tablename);
  end loop;
  -- What writes without any table (large objects, messages into the log of changes), and the locks that a starting hub waits for.
  if (select rolsuper from pg_roles where rolname = current_user) then
    for writer in
      select oid from pg_proc where pronamespace = 'pg_catalog'::regnamespace
        and (proname in ('lo_creat', 'lo_create', 'lo_from_bytea', 'pg_logical_emit_message') or proname ~ '^pg_(try_)?advisory_(xact_)?lock')
    loop
      execute format('revoke execute on function %s from public', writer);
    end loop;
  end if;
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator", "hub_service"', current_database());
end $$;
revoke all on schema public from public, "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator", "hub_service";
revoke all on all tables in schema public from public, "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator", "hub_service";
revoke all on all sequences in schema public from public, "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator", "hub_service";
revoke all on all functions in schema public from public, "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator", "hub_service";
alter default privileges revoke execute on functions from public;
grant usage on schema public to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator", "hub_service";
grant execute on function public.hub_now(), public.hub_today(), public.hub_jurisdiction(text), public.hub_is_working_day(date), public.hub_add_working_days(date, integer), public.hub_deadline(date, numeric, text), public.hub_threshold(text, date), public.hub_due(text, date) to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator", "hub_service";
alter table public."organization" disable row level security, no force row level security;
alter table public."organization_history" disable row level security, no force row level security;
alter table public."organization_restricted" disable row level security, no force row level security;
alter table public."organization_restricted_history" disable row level security, no force row level security;
alter table public."administrative_division" disable row level security, no force row level security;
alter table public."administrative_division_history" disable row level security, no force row level security;
alter table public."former_identity" disable row level security, no force row level security;
alter table public."former_identity_history" disable row level security, no force row level security;
alter table public."post" disable row level security, no force row level security;
alter table public."post_history" disable row level security, no force row level security;
alter table public."office_holder" disable row level security, no force row level security;
alter table public."office_holder_history" disable row level security, no force row level security;
alter table public."office_holder_conditional" disable row level security, no force row level security;
alter table public."office_holder_conditional_history" disable row level security, no force row level security;
alter table public."official" disable row level security, no force row level security;
alter table public."official_history" disable row level security, no force row level security;
alter table public."official_restricted" disable row level security, no force row level security;
alter table public."official_restricted_history" disable row level security, no force row level security;
alter table public."tenure" disable row level security, no force row level security;
alter table public."tenure_history" disable row level security, no force row level security;
alter table public."project" disable row level security, no force row level security;
alter table public."project_history" disable row level security, no force row level security;
alter table public."tender" disable row level security, no force row level security;
alter table public."tender_history" disable row level security, no force row level security;
alter table public."tender_opening" disable row level security, no force row level security;
alter table public."tender_opening_history" disable row level security, no force row level security;
alter table public."tender_conditional" disable row level security, no force row level security;
alter table public."tender_conditional_history" disable row level security, no force row level security;
alter table public."lot" disable row level security, no force row level security;
alter table public."lot_history" disable row level security, no force row level security;
alter table public."notice" disable row level security, no force row level security;
alter table public."notice_history" disable row level security, no force row level security;
alter table public."bid" disable row level security, no force row level security;
alter table public."bid_history" disable row level security, no force row level security;
alter table public."bid_price" disable row level security, no force row level security;
alter table public."bid_price_history" disable row level security, no force row level security;
alter table public."bid_conditional" disable row level security, no force row level security;
alter table public."bid_conditional_history" disable row level security, no force row level security;
alter table public."bid_restricted" disable row level security, no force row level security;
alter table public."bid_restricted_history" disable row level security, no force row level security;
alter table public."award" disable row level security, no force row level security;
alter table public."award_history" disable row level security, no force row level security;
alter table public."contract" disable row level security, no force row level security;
alter table public."contract_history" disable row level security, no force row level security;
alter table public."contract_conditional" disable row level security, no force row level security;
alter table public."contract_conditional_history" disable row level security, no force row level security;
alter table public."acceptance" disable row level security, no force row level security;
alter table public."acceptance_history" disable row level security, no force row level security;
alter table public."payment" disable row level security, no force row level security;
alter table public."payment_history" disable row level security, no force row level security;
alter table public."debt_limit" disable row level security, no force row level security;
alter table public."debt_limit_history" disable row level security, no force row level security;
alter table public."debt_balance" disable row level security, no force row level security;
alter table public."debt_balance_history" disable row level security, no force row level security;
alter table public."arrears_record" disable row level security, no force row level security;
alter table public."arrears_record_history" disable row level security, no force row level security;
alter table public."arrears_total" disable row level security, no force row level security;
alter table public."arrears_total_history" disable row level security, no force row level security;
alter table public."bond" disable row level security, no force row level security;
alter table public."bond_history" disable row level security, no force row level security;
alter table public."bond_tranche" disable row level security, no force row level security;
alter table public."bond_tranche_history" disable row level security, no force row level security;
alter table public."debt_service_due" disable row level security, no force row level security;
alter table public."debt_service_due_history" disable row level security, no force row level security;
alter table public."fund_use" disable row level security, no force row level security;
alter table public."fund_use_history" disable row level security, no force row level security;
alter table public."disclosure_duty" disable row level security, no force row level security;
alter table public."disclosure_duty_history" disable row level security, no force row level security;
alter table public."government_credit_rating" disable row level security, no force row level security;
alter table public."government_credit_rating_history" disable row level security, no force row level security;
alter table public."debt_risk_assessment" disable row level security, no force row level security;
alter table public."debt_risk_assessment_history" disable row level security, no force row level security;
alter table public."dishonesty_record" disable row level security, no force row level security;
alter table public."dishonesty_record_history" disable row level security, no force row level security;
alter table public."dishonesty_record_conditional" disable row level security, no force row level security;
alter table public."dishonesty_record_conditional_history" disable row level security, no force row level security;
alter table public."violation_record" disable row level security, no force row level security;
alter table public."violation_record_history" disable row level security, no force row level security;
alter table public."violation_record_conditional" disable row level security, no force row level security;
alter table public."violation_record_conditional_history" disable row level security, no force row level security;
alter table public."disclosure_basis" disable row level security, no force row level security;
alter table public."disclosure_basis_history" disable row level security, no force row level security;
alter table public."disclosure_notice" disable row level security, no force row level security;
alter table public."publication_channel" disable row level security, no force row level security;
alter table public."publication_channel_history" disable row level security, no force row level security;
alter table public."official_dishonesty_record" disable row level security, no force row level security;
alter table public."official_dishonesty_record_history" disable row level security, no force row level security;
alter table public."record_responsibility" disable row level security, no force row level security;
alter table public."record_responsibility_history" disable row level security, no force row level security;
alter table public."duty_crime_record" disable row level security, no force row level security;
alter table public."duty_crime_record_history" disable row level security, no force row level security;
alter table public."duty_crime_record_restricted" disable row level security, no force row level security;
alter table public."duty_crime_record_restricted_history" disable row level security, no force row level security;
alter table public."attachment" disable row level security, no force row level security;
alter table public."attachment_history" disable row level security, no force row level security;
alter table public."measure" disable row level security, no force row level security;
alter table public."measure_history" disable row level security, no force row level security;
alter table public."sharing_grant_step" disable row level security, no force row level security;
alter table public."sharing_grant_deadline" disable row level security, no force row level security;
alter table public."sharing_grant_deadline_history" disable row level security, no force row level security;
alter table public."dishonesty_record_step" disable row level security, no force row level security;
alter table public."dishonesty_record_deadline" disable row level security, no force row level security;
alter table public."dishonesty_record_deadline_history" disable row level security, no force row level security;
alter table public."violation_record_step" disable row level security, no force row level security;
alter table public."violation_record_deadline" disable row level security, no force row level security;
alter table public."violation_record_deadline_history" disable row level security, no force row level security;
alter table public."legal_basis" disable row level security, no force row level security;
alter table public."legal_basis_history" disable row level security, no force row level security;
alter table public."catalog_item" disable row level security, no force row level security;
alter table public."catalog_item_history" disable row level security, no force row level security;
alter table public."display_period" disable row level security, no force row level security;
alter table public."display_period_history" disable row level security, no force row level security;
alter table public."calendar_day" disable row level security, no force row level security;
alter table public."calendar_day_history" disable row level security, no force row level security;
alter table public."threshold" disable row level security, no force row level security;
alter table public."threshold_history" disable row level security, no force row level security;
alter table public."masking_rule" disable row level security, no force row level security;
alter table public."masking_rule_history" disable row level security, no force row level security;
alter table public."policy_change" disable row level security, no force row level security;
alter table public."policy_change_history" disable row level security, no force row level security;
alter table public."field_policy" disable row level security, no force row level security;
alter table public."field_policy_history" disable row level security, no force row level security;
alter table public."regulation" disable row level security, no force row level security;
alter table public."regulation_history" disable row level security, no force row level security;
alter table public."subject_request" disable row level security, no force row level security;
alter table public."subject_request_history" disable row level security, no force row level security;
alter table public."privacy_impact_assessment" disable row level security, no force row level security;
alter table public."privacy_impact_assessment_history" disable row level security, no force row level security;
alter table public."security_incident" disable row level security, no force row level security;
alter table public."security_incident_history" disable row level security, no force row level security;
alter table public."retention_rule" disable row level security, no force row level security;
alter table public."retention_rule_history" disable row level security, no force row level security;
alter table public."retention_run" disable row level security, no force row level security;
alter table public."client" disable row level security, no force row level security;
alter table public."client_history" disable row level security, no force row level security;
alter table public."client_credential" disable row level security, no force row level security;
alter table public."client_credential_history" disable row level security, no force row level security;
alter table public."sharing_grant" disable row level security, no force row level security;
alter table public."sharing_grant_history" disable row level security, no force row level security;
alter table public."delivery" disable row level security, no force row level security;
alter table public."delivery_history" disable row level security, no force row level security;
alter table public."delivery_fault" disable row level security, no force row level security;
alter table public."access_event" disable row level security, no force row level security;
alter table public."access_log_entry" disable row level security, no force row level security;
alter table public."access_log_head" disable row level security, no force row level security;

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "uscc", "name", "division_code", "level", "status", "parent_id", "successor_id", "founded_on", "dissolved_on", "office_address", "phone", "kind", "governed_code", "government_id", "duty", "sponsor_id", "purpose", "legal_representative", "registered_capital", "industry_code", "registered_on") on public."organization" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "uscc", "name", "division_code", "level", "status", "parent_id", "successor_id", "founded_on", "dissolved_on", "office_address", "phone", "kind", "governed_code", "government_id", "duty", "sponsor_id", "purpose", "legal_representative", "registered_capital", "industry_code", "registered_on") on public."organization_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "uscc", "name", "division_code", "level", "status", "parent_id", "successor_id", "founded_on", "dissolved_on", "office_address", "phone", "credit_contact", "kind", "governed_code", "government_id", "duty", "sponsor_id", "purpose", "legal_representative", "registered_capital", "industry_code", "registered_on") on public."organization" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "uscc", "name", "division_code", "level", "status", "parent_id", "successor_id", "founded_on", "dissolved_on", "office_address", "phone", "credit_contact", "kind", "governed_code", "government_id", "duty", "sponsor_id", "purpose", "legal_representative", "registered_capital", "industry_code", "registered_on") on public."organization_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."organization_history" enable row level security, force row level security;
create policy "hub_owner" on public."organization_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."organization_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."organization" c where c."id" = "organization_history"."id"));

grant select ("bank_account", "id") on public."organization_restricted" to "hub_enterprise", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("bank_account", "id") on public."organization_restricted_history" to "hub_enterprise", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."organization_restricted" enable row level security, force row level security;
create policy "hub_owner" on public."organization_restricted" to current_user using (true) with check (true);
alter table public."organization_restricted_history" enable row level security, force row level security;
create policy "hub_owner" on public."organization_restricted_history" to current_user using (true) with check (true);
create policy "hub_read_enterprise" on public."organization_restricted" for select to "hub_enterprise", "hub_department", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."organization" m where m."id" = "organization_restricted"."id" and m."id" = nullif(current_setting('hub.body', true), '')::uuid offset 0));
create policy "hub_read_enterprise" on public."organization_restricted_history" for select to "hub_enterprise", "hub_department", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."organization_restricted" c where c."id" = "organization_restricted_history"."id"));
create policy "hub_read_finance" on public."organization_restricted" for select to "hub_finance" using (exists (select 1 from public."organization" m where m."id" = "organization_restricted"."id" and (m."id" = nullif(current_setting('hub.body', true), '')::uuid or starts_with(m."division_code", nullif(current_setting('hub.jurisdiction', true), ''))) offset 0));
create policy "hub_read_finance" on public."organization_restricted_history" for select to "hub_finance" using (exists (select 1 from public."organization_restricted" c where c."id" = "organization_restricted_history"."id"));

grant select ("id", "recorded_at", "code", "name", "level", "parent_code", "valid_from", "valid_to", "successor_code", "source_note") on public."administrative_division" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "code", "name", "level", "parent_code", "valid_from", "valid_to", "successor_code", "source_note") on public."administrative_division_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter table public."administrative_division_history" enable row level security, force row level security;
create policy "hub_owner" on public."administrative_division_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."administrative_division_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."administrative_division" c where c."id" = "administrative_division_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "organization_id", "name", "uscc") on public."former_identity" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "organization_id", "name", "uscc") on public."former_identity_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "organization_id", "name", "uscc") on public."former_identity" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "organization_id", "name", "uscc") on public."former_identity_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."former_identity_history" enable row level security, force row level security;
create policy "hub_owner" on public."former_identity_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."former_identity_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."former_identity" c where c."id" = "former_identity_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "post_no", "organization_id", "title", "is_leading") on public."post" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "post_no", "organization_id", "title", "is_leading") on public."post_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "post_no", "organization_id", "title", "is_leading", "managing_organization_id") on public."post" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "post_no", "organization_id", "title", "is_leading", "managing_organization_id") on public."post_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."post" enable row level security, force row level security;
create policy "hub_owner" on public."post" to current_user using (true) with check (true);
alter table public."post_history" enable row level security, force row level security;
create policy "hub_owner" on public."post_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."post" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using ("post"."is_leading" in ('true'));
create policy "hub_read_public" on public."post_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."post" c where c."id" = "post_history"."id"));
create policy "hub_read_personnel" on public."post" for select to "hub_personnel" using (("post"."is_leading" in ('true') or "post"."managing_organization_id" = nullif(current_setting('hub.body', true), '')::uuid));
create policy "hub_read_personnel" on public."post_history" for select to "hub_personnel" using (exists (select 1 from public."post" c where c."id" = "post_history"."id"));
create policy "hub_read_supervision" on public."post" for select to "hub_supervision" using (("post"."is_leading" in ('true') or exists (select 1 from "organization" r0 where r0."id" = "post"."managing_organization_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0)));
create policy "hub_read_supervision" on public."post_history" for select to "hub_supervision" using (exists (select 1 from public."post" c where c."id" = "post_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "name", "post_title", "organization_id", "post_id", "held_from", "held_to", "appointment_no") on public."office_holder" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "name", "post_title", "organization_id", "post_id", "held_from", "held_to", "appointment_no") on public."office_holder_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "name", "post_title", "organization_id", "post_id", "held_from", "held_to", "appointment_no") on public."office_holder" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "name", "post_title", "organization_id", "post_id", "held_from", "held_to", "appointment_no") on public."office_holder_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."office_holder_history" enable row level security, force row level security;
create policy "hub_owner" on public."office_holder_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."office_holder_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."office_holder" c where c."id" = "office_holder_history"."id"));

grant select ("official_id", "id") on public."office_holder_conditional" to "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("official_id", "id") on public."office_holder_conditional_history" to "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."office_holder_conditional" enable row level security, force row level security;
create policy "hub_owner" on public."office_holder_conditional" to current_user using (true) with check (true);
alter table public."office_holder_conditional_history" enable row level security, force row level security;
create policy "hub_owner" on public."office_holder_conditional_history" to current_user using (true) with check (true);
create policy "hub_read_subject" on public."office_holder_conditional" for select to "hub_subject" using (exists (select 1 from public."office_holder" m where m."id" = "office_holder_conditional"."id" and "office_holder_conditional"."official_id" = nullif(current_setting('hub.subject', true), '')::uuid offset 0));
create policy "hub_read_subject" on public."office_holder_conditional_history" for select to "hub_subject" using (exists (select 1 from public."office_holder_conditional" c where c."id" = "office_holder_conditional_history"."id"));
create policy "hub_read_department" on public."office_holder_conditional" for select to "hub_department", "hub_finance", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."office_holder" m where m."id" = "office_holder_conditional"."id" and exists (select 1 from "organization" r0 where r0."id" = m."organization_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'OfficeHolder' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0) offset 0));
create policy "hub_read_department" on public."office_holder_conditional_history" for select to "hub_department", "hub_finance", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."office_holder_conditional" c where c."id" = "office_holder_conditional_history"."id"));
create policy "hub_read_personnel" on public."office_holder_conditional" for select to "hub_personnel", "hub_supervision" using (exists (select 1 from public."office_holder" m where m."id" = "office_holder_conditional"."id" and (exists (select 1 from "organization" r0 where r0."id" = m."organization_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0) or exists (select 1 from "organization" r0 where r0."id" = m."organization_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'OfficeHolder' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0)) offset 0));
create policy "hub_read_personnel" on public."office_holder_conditional_history" for select to "hub_personnel", "hub_supervision" using (exists (select 1 from public."office_holder_conditional" c where c."id" = "office_holder_conditional_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "name", "gender", "birth_year", "organization_id", "managing_organization_id", "post_title", "is_leading") on public."official" to "hub_subject";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "name", "gender", "birth_year", "organization_id", "managing_organization_id", "post_title", "is_leading") on public."official_history" to "hub_subject";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "name", "gender", "birth_year", "organization_id", "managing_organization_id", "post_title", "is_leading") on public."official" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "name", "gender", "birth_year", "organization_id", "managing_organization_id", "post_title", "is_leading") on public."official_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."official" enable row level security, force row level security;
create policy "hub_owner" on public."official" to current_user using (true) with check (true);
alter table public."official_history" enable row level security, force row level security;
create policy "hub_owner" on public."official_history" to current_user using (true) with check (true);
create policy "hub_read_subject" on public."official" for select to "hub_subject" using ("official"."id" = nullif(current_setting('hub.subject', true), '')::uuid);
create policy "hub_read_subject" on public."official_history" for select to "hub_subject" using (exists (select 1 from public."official" c where c."id" = "official_history"."id"));
create policy "hub_read_department" on public."official" for select to "hub_department", "hub_finance", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from "organization" r0 where r0."id" = "official"."managing_organization_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'Official' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0));
create policy "hub_read_department" on public."official_history" for select to "hub_department", "hub_finance", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."official" c where c."id" = "official_history"."id"));
create policy "hub_read_personnel" on public."official" for select to "hub_personnel" using (("official"."managing_organization_id" = nullif(current_setting('hub.body', true), '')::uuid or exists (select 1 from "organization" r0 where r0."id" = "official"."managing_organization_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'Official' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0)));
create policy "hub_read_personnel" on public."official_history" for select to "hub_personnel" using (exists (select 1 from public."official" c where c."id" = "official_history"."id"));
create policy "hub_read_supervision" on public."official" for select to "hub_supervision" using ((exists (select 1 from "organization" r0 where r0."id" = "official"."managing_organization_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0) or exists (select 1 from "organization" r0 where r0."id" = "official"."managing_organization_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'Official' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0)));
create policy "hub_read_supervision" on public."official_history" for select to "hub_supervision" using (exists (select 1 from public."official" c where c."id" = "official_history"."id"));

grant select ("birth_date", "id_number", "phone", "home_address", "id") on public."official_restricted" to "hub_subject";
grant select ("birth_date", "id_number", "phone", "home_address", "id") on public."official_restricted_history" to "hub_subject";
grant select ("birth_date", "id_number", "phone", "home_address", "ethnicity", "political_status", "id") on public."official_restricted" to "hub_personnel", "hub_supervision";
grant select ("birth_date", "id_number", "phone", "home_address", "ethnicity", "political_status", "id") on public."official_restricted_history" to "hub_personnel", "hub_supervision";
alter table public."official_restricted" enable row level security, force row level security;
create policy "hub_owner" on public."official_restricted" to current_user using (true) with check (true);
alter table public."official_restricted_history" enable row level security, force row level security;
create policy "hub_owner" on public."official_restricted_history" to current_user using (true) with check (true);
create policy "hub_read_subject" on public."official_restricted" for select to "hub_subject" using (exists (select 1 from public."official" m where m."id" = "official_restricted"."id" and m."id" = nullif(current_setting('hub.subject', true), '')::uuid offset 0));
create policy "hub_read_subject" on public."official_restricted_history" for select to "hub_subject" using (exists (select 1 from public."official_restricted" c where c."id" = "official_restricted_history"."id"));
create policy "hub_read_personnel" on public."official_restricted" for select to "hub_personnel" using (exists (select 1 from public."official" m where m."id" = "official_restricted"."id" and m."managing_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0));
create policy "hub_read_personnel" on public."official_restricted_history" for select to "hub_personnel" using (exists (select 1 from public."official_restricted" c where c."id" = "official_restricted_history"."id"));
create policy "hub_read_supervision" on public."official_restricted" for select to "hub_supervision" using (exists (select 1 from public."official" m where m."id" = "official_restricted"."id" and exists (select 1 from "organization" r0 where r0."id" = m."managing_organization_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0) offset 0));
create policy "hub_read_supervision" on public."official_restricted_history" for select to "hub_supervision" using (exists (select 1 from public."official_restricted" c where c."id" = "official_restricted_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "official_id", "managing_organization_id", "post_id", "organization_id", "post_title", "held_from", "held_to", "appointment_no") on public."tenure" to "hub_subject";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "official_id", "managing_organization_id", "post_id", "organization_id", "post_title", "held_from", "held_to", "appointment_no") on public."tenure_history" to "hub_subject";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "official_id", "managing_organization_id", "post_id", "organization_id", "post_title", "held_from", "held_to", "appointment_no") on public."tenure" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "official_id", "managing_organization_id", "post_id", "organization_id", "post_title", "held_from", "held_to", "appointment_no") on public."tenure_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."tenure" enable row level security, force row level security;
create policy "hub_owner" on public."tenure" to current_user using (true) with check (true);
alter table public."tenure_history" enable row level security, force row level security;
create policy "hub_owner" on public."tenure_history" to current_user using (true) with check (true);
create policy "hub_read_subject" on public."tenure" for select to "hub_subject" using ("tenure"."official_id" = nullif(current_setting('hub.subject', true), '')::uuid);
create policy "hub_read_subject" on public."tenure_history" for select to "hub_subject" using (exists (select 1 from public."tenure" c where c."id" = "tenure_history"."id"));
create policy "hub_read_department" on public."tenure" for select to "hub_department", "hub_finance", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from "organization" r0 where r0."id" = "tenure"."managing_organization_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'Tenure' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0));
create policy "hub_read_department" on public."tenure_history" for select to "hub_department", "hub_finance", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."tenure" c where c."id" = "tenure_history"."id"));
create policy "hub_read_personnel" on public."tenure" for select to "hub_personnel" using (("tenure"."managing_organization_id" = nullif(current_setting('hub.body', true), '')::uuid or exists (select 1 from "organization" r0 where r0."id" = "tenure"."managing_organization_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'Tenure' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0)));
create policy "hub_read_personnel" on public."tenure_history" for select to "hub_personnel" using (exists (select 1 from public."tenure" c where c."id" = "tenure_history"."id"));
create policy "hub_read_supervision" on public."tenure" for select to "hub_supervision" using ((exists (select 1 from "organization" r0 where r0."id" = "tenure"."managing_organization_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0) or exists (select 1 from "organization" r0 where r0."id" = "tenure"."managing_organization_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'Tenure' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0)));
create policy "hub_read_supervision" on public."tenure_history" for select to "hub_supervision" using (exists (select 1 from public."tenure" c where c."id" = "tenure_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "code", "name", "kind", "stage", "owner_id", "division_code", "investment", "approved_on") on public."project" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "code", "name", "kind", "stage", "owner_id", "division_code", "investment", "approved_on") on public."project_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "code", "name", "kind", "stage", "owner_id", "division_code", "investment", "approved_on", "plan_no") on public."project" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "code", "name", "kind", "stage", "owner_id", "division_code", "investment", "approved_on", "plan_no") on public."project_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."project_history" enable row level security, force row level security;
create policy "hub_owner" on public."project_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."project_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."project" c where c."id" = "project_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "tender_no", "title", "method", "status", "project_id", "tenderer_id", "division_code", "budget", "ceiling_price", "noticed_at", "bids_due_at", "opened_at", "regime", "category", "agency_uscc", "agency_name", "funding_source", "is_mandatory") on public."tender" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "tender_no", "title", "method", "status", "project_id", "tenderer_id", "division_code", "budget", "ceiling_price", "noticed_at", "bids_due_at", "opened_at", "regime", "category", "agency_uscc", "agency_name", "funding_source", "is_mandatory") on public."tender_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "tender_no", "title", "method", "status", "project_id", "tenderer_id", "division_code", "budget", "ceiling_price", "noticed_at", "bids_due_at", "opened_at", "regime", "category", "agency_uscc", "agency_name", "funding_source", "is_mandatory", "plan_no") on public."tender" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "tender_no", "title", "method", "status", "project_id", "tenderer_id", "division_code", "budget", "ceiling_price", "noticed_at", "bids_due_at", "opened_at", "regime", "category", "agency_uscc", "agency_name", "funding_source", "is_mandatory", "plan_no") on public."tender_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."tender_history" enable row level security, force row level security;
create policy "hub_owner" on public."tender_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."tender_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."tender" c where c."id" = "tender_history"."id"));

grant select ("base_price", "id") on public."tender_opening" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant select ("base_price", "id") on public."tender_opening_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter table public."tender_opening" enable row level security, force row level security;
create policy "hub_owner" on public."tender_opening" to current_user using (true) with check (true);
alter table public."tender_opening_history" enable row level security, force row level security;
create policy "hub_owner" on public."tender_opening_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."tender_opening" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."tender" m where m."id" = "tender_opening"."id" and m."opened_at" <= hub_now() offset 0));
create policy "hub_read_public" on public."tender_opening_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."tender_opening" c where c."id" = "tender_opening_history"."id"));

grant select ("responsible_official_id", "id") on public."tender_conditional" to "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("responsible_official_id", "id") on public."tender_conditional_history" to "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."tender_conditional" enable row level security, force row level security;
create policy "hub_owner" on public."tender_conditional" to current_user using (true) with check (true);
alter table public."tender_conditional_history" enable row level security, force row level security;
create policy "hub_owner" on public."tender_conditional_history" to current_user using (true) with check (true);
create policy "hub_read_subject" on public."tender_conditional" for select to "hub_subject" using (exists (select 1 from public."tender" m where m."id" = "tender_conditional"."id" and "tender_conditional"."responsible_official_id" = nullif(current_setting('hub.subject', true), '')::uuid offset 0));
create policy "hub_read_subject" on public."tender_conditional_history" for select to "hub_subject" using (exists (select 1 from public."tender_conditional" c where c."id" = "tender_conditional_history"."id"));
create policy "hub_read_department" on public."tender_conditional" for select to "hub_department", "hub_finance", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."tender" m where m."id" = "tender_conditional"."id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'Tender' = any(g."items") and starts_with(m."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0));
create policy "hub_read_department" on public."tender_conditional_history" for select to "hub_department", "hub_finance", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."tender_conditional" c where c."id" = "tender_conditional_history"."id"));
create policy "hub_read_personnel" on public."tender_conditional" for select to "hub_personnel", "hub_supervision" using (exists (select 1 from public."tender" m where m."id" = "tender_conditional"."id" and (starts_with(m."division_code", nullif(current_setting('hub.jurisdiction', true), '')) or exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'Tender' = any(g."items") and starts_with(m."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end))) offset 0));
create policy "hub_read_personnel" on public."tender_conditional_history" for select to "hub_personnel", "hub_supervision" using (exists (select 1 from public."tender_conditional" c where c."id" = "tender_conditional_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "tender_id", "lot_no", "kind", "title", "budget", "status") on public."lot" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "tender_id", "lot_no", "kind", "title", "budget", "status") on public."lot_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "tender_id", "lot_no", "kind", "title", "budget", "status") on public."lot" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "tender_id", "lot_no", "kind", "title", "budget", "status") on public."lot_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."lot_history" enable row level security, force row level security;
create policy "hub_owner" on public."lot_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."lot_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."lot" c where c."id" = "lot_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "tender_id", "lot_id", "kind", "title", "published_at", "media_url", "text") on public."notice" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "tender_id", "lot_id", "kind", "title", "published_at", "media_url", "text") on public."notice_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "tender_id", "lot_id", "kind", "title", "published_at", "media_url", "text") on public."notice" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "tender_id", "lot_id", "kind", "title", "published_at", "media_url", "text") on public."notice_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."notice" enable row level security, force row level security;
create policy "hub_owner" on public."notice" to current_user using (true) with check (true);
alter table public."notice_history" enable row level security, force row level security;
create policy "hub_owner" on public."notice_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."notice" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator" using ("notice"."published_at" <= hub_now());
create policy "hub_read_public" on public."notice_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator" using (exists (select 1 from public."notice" c where c."id" = "notice_history"."id"));
create policy "hub_read_department" on public."notice" for select to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_housing", "hub_investment", "hub_central_bank" using (("notice"."published_at" <= hub_now() or "notice"."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid));
create policy "hub_read_department" on public."notice_history" for select to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."notice" c where c."id" = "notice_history"."id"));
create policy "hub_read_tradingCentre" on public."notice" for select to "hub_trading_centre" using (("notice"."published_at" <= hub_now() or (exists (select 1 from "tender" r0 where r0."id" = "notice"."tender_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0) or "notice"."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid)));
create policy "hub_read_tradingCentre" on public."notice_history" for select to "hub_trading_centre" using (exists (select 1 from public."notice" c where c."id" = "notice_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "tender_id", "lot_id", "supplier_name", "supplier_uscc", "received_at", "status", "reject_reason") on public."bid" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "tender_id", "lot_id", "supplier_name", "supplier_uscc", "received_at", "status", "reject_reason") on public."bid_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "tender_id", "lot_id", "supplier_name", "supplier_uscc", "received_at", "status", "reject_reason") on public."bid" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "tender_id", "lot_id", "supplier_name", "supplier_uscc", "received_at", "status", "reject_reason") on public."bid_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."bid" enable row level security, force row level security;
create policy "hub_owner" on public."bid" to current_user using (true) with check (true);
alter table public."bid_history" enable row level security, force row level security;
create policy "hub_owner" on public."bid_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."bid" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from "tender" r0 where r0."id" = "bid"."tender_id" and r0."opened_at" <= hub_now() offset 0));
create policy "hub_read_public" on public."bid_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."bid" c where c."id" = "bid_history"."id"));
create policy "hub_read_tradingCentre" on public."bid" for select to "hub_trading_centre" using ((exists (select 1 from "tender" r0 where r0."id" = "bid"."tender_id" and r0."opened_at" <= hub_now() offset 0) or exists (select 1 from "tender" r0 where r0."id" = "bid"."tender_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0)));
create policy "hub_read_tradingCentre" on public."bid_history" for select to "hub_trading_centre" using (exists (select 1 from public."bid" c where c."id" = "bid_history"."id"));

grant select ("price", "id") on public."bid_price" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant select ("price", "id") on public."bid_price_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter table public."bid_price" enable row level security, force row level security;
create policy "hub_owner" on public."bid_price" to current_user using (true) with check (true);
alter table public."bid_price_history" enable row level security, force row level security;
create policy "hub_owner" on public."bid_price_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."bid_price" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator" using (exists (select 1 from public."bid" m where m."id" = "bid_price"."id" and (exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and r0."opened_at" <= hub_now() offset 0) and exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and r0."method" in ('OPEN') offset 0)) offset 0));
create policy "hub_read_public" on public."bid_price_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator" using (exists (select 1 from public."bid_price" c where c."id" = "bid_price_history"."id"));
create policy "hub_read_department" on public."bid_price" for select to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."bid" m where m."id" = "bid_price"."id" and (exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and r0."opened_at" <= hub_now() offset 0) and (exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and r0."method" in ('OPEN') offset 0) or exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and r0."method" in ('INVITED') offset 0))) offset 0));
create policy "hub_read_department" on public."bid_price_history" for select to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."bid_price" c where c."id" = "bid_price_history"."id"));
create policy "hub_read_tradingCentre" on public."bid_price" for select to "hub_trading_centre" using (exists (select 1 from public."bid" m where m."id" = "bid_price"."id" and (exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and r0."opened_at" <= hub_now() offset 0) and (exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and r0."method" in ('OPEN') offset 0) or exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and r0."method" in ('INVITED') offset 0) or exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0))) offset 0));
create policy "hub_read_tradingCentre" on public."bid_price_history" for select to "hub_trading_centre" using (exists (select 1 from public."bid_price" c where c."id" = "bid_price_history"."id"));

grant select ("score", "id") on public."bid_conditional" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("score", "id") on public."bid_conditional_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."bid_conditional" enable row level security, force row level security;
create policy "hub_owner" on public."bid_conditional" to current_user using (true) with check (true);
alter table public."bid_conditional_history" enable row level security, force row level security;
create policy "hub_owner" on public."bid_conditional_history" to current_user using (true) with check (true);
create policy "hub_read_department" on public."bid_conditional" for select to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."bid" m where m."id" = "bid_conditional"."id" and (exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and r0."opened_at" <= hub_now() offset 0) and exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'Bid' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0)) offset 0));
create policy "hub_read_department" on public."bid_conditional_history" for select to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."bid_conditional" c where c."id" = "bid_conditional_history"."id"));
create policy "hub_read_tradingCentre" on public."bid_conditional" for select to "hub_trading_centre" using (exists (select 1 from public."bid" m where m."id" = "bid_conditional"."id" and (exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and r0."opened_at" <= hub_now() offset 0) and (exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0) or exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'Bid' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0))) offset 0));
create policy "hub_read_tradingCentre" on public."bid_conditional_history" for select to "hub_trading_centre" using (exists (select 1 from public."bid_conditional" c where c."id" = "bid_conditional_history"."id"));

grant select ("contact_name", "contact_phone", "id") on public."bid_restricted" to "hub_trading_centre";
grant select ("contact_name", "contact_phone", "id") on public."bid_restricted_history" to "hub_trading_centre";
alter table public."bid_restricted" enable row level security, force row level security;
create policy "hub_owner" on public."bid_restricted" to current_user using (true) with check (true);
alter table public."bid_restricted_history" enable row level security, force row level security;
create policy "hub_owner" on public."bid_restricted_history" to current_user using (true) with check (true);
create policy "hub_read_tradingCentre" on public."bid_restricted" for select to "hub_trading_centre" using (exists (select 1 from public."bid" m where m."id" = "bid_restricted"."id" and exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0) offset 0));
create policy "hub_read_tradingCentre" on public."bid_restricted_history" for select to "hub_trading_centre" using (exists (select 1 from public."bid_restricted" c where c."id" = "bid_restricted_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "tender_id", "lot_id", "bid_id", "supplier_uscc", "supplier_name", "amount", "rank", "awarded_on", "published_at") on public."award" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "tender_id", "lot_id", "bid_id", "supplier_uscc", "supplier_name", "amount", "rank", "awarded_on", "published_at") on public."award_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "tender_id", "lot_id", "bid_id", "supplier_uscc", "supplier_name", "amount", "rank", "awarded_on", "published_at") on public."award" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "tender_id", "lot_id", "bid_id", "supplier_uscc", "supplier_name", "amount", "rank", "awarded_on", "published_at") on public."award_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."award" enable row level security, force row level security;
create policy "hub_owner" on public."award" to current_user using (true) with check (true);
alter table public."award_history" enable row level security, force row level security;
create policy "hub_owner" on public."award_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."award" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator" using ("award"."published_at" <= hub_now());
create policy "hub_read_public" on public."award_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator" using (exists (select 1 from public."award" c where c."id" = "award_history"."id"));
create policy "hub_read_department" on public."award" for select to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_housing", "hub_investment", "hub_central_bank" using (("award"."published_at" <= hub_now() or "award"."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid));
create policy "hub_read_department" on public."award_history" for select to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."award" c where c."id" = "award_history"."id"));
create policy "hub_read_tradingCentre" on public."award" for select to "hub_trading_centre" using (("award"."published_at" <= hub_now() or (exists (select 1 from "tender" r0 where r0."id" = "award"."tender_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0) or "award"."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid)));
create policy "hub_read_tradingCentre" on public."award_history" for select to "hub_trading_centre" using (exists (select 1 from public."award" c where c."id" = "award_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "contract_no", "tender_id", "award_id", "project_code", "purchaser_id", "supplier_uscc", "supplier_name", "division_code", "title", "amount", "signed_on", "published_at", "ends_on") on public."contract" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "contract_no", "tender_id", "award_id", "project_code", "purchaser_id", "supplier_uscc", "supplier_name", "division_code", "title", "amount", "signed_on", "published_at", "ends_on") on public."contract_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "contract_no", "tender_id", "award_id", "project_code", "purchaser_id", "supplier_uscc", "supplier_name", "division_code", "title", "amount", "signed_on", "published_at", "ends_on") on public."contract" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "contract_no", "tender_id", "award_id", "project_code", "purchaser_id", "supplier_uscc", "supplier_name", "division_code", "title", "amount", "signed_on", "published_at", "ends_on") on public."contract_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."contract" enable row level security, force row level security;
create policy "hub_owner" on public."contract" to current_user using (true) with check (true);
alter table public."contract_history" enable row level security, force row level security;
create policy "hub_owner" on public."contract_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."contract" for select to "hub_public", "hub_subject", "hub_auditor", "hub_operator" using ("contract"."published_at" <= hub_now());
create policy "hub_read_public" on public."contract_history" for select to "hub_public", "hub_subject", "hub_auditor", "hub_operator" using (exists (select 1 from public."contract" c where c."id" = "contract_history"."id"));
create policy "hub_read_enterprise" on public."contract" for select to "hub_enterprise" using (("contract"."published_at" <= hub_now() or exists (select 1 from "organization" r0 where r0."uscc" = "contract"."supplier_uscc" and r0."id" = nullif(current_setting('hub.body', true), '')::uuid offset 0)));
create policy "hub_read_enterprise" on public."contract_history" for select to "hub_enterprise" using (exists (select 1 from public."contract" c where c."id" = "contract_history"."id"));
create policy "hub_read_department" on public."contract" for select to "hub_department", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (("contract"."published_at" <= hub_now() or ("contract"."purchaser_id" = nullif(current_setting('hub.body', true), '')::uuid or exists (select 1 from "organization" r0 where r0."uscc" = "contract"."supplier_uscc" and r0."id" = nullif(current_setting('hub.body', true), '')::uuid offset 0))));
create policy "hub_read_department" on public."contract_history" for select to "hub_department", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."contract" c where c."id" = "contract_history"."id"));
create policy "hub_read_finance" on public."contract" for select to "hub_finance" using (("contract"."published_at" <= hub_now() or ("contract"."purchaser_id" = nullif(current_setting('hub.body', true), '')::uuid or starts_with("contract"."division_code", nullif(current_setting('hub.jurisdiction', true), '')) or exists (select 1 from "organization" r0 where r0."uscc" = "contract"."supplier_uscc" and r0."id" = nullif(current_setting('hub.body', true), '')::uuid offset 0))));
create policy "hub_read_finance" on public."contract_history" for select to "hub_finance" using (exists (select 1 from public."contract" c where c."id" = "contract_history"."id"));

grant select ("text", "id") on public."contract_conditional" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("text", "id") on public."contract_conditional_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."contract_conditional" enable row level security, force row level security;
create policy "hub_owner" on public."contract_conditional" to current_user using (true) with check (true);
alter table public."contract_conditional_history" enable row level security, force row level security;
create policy "hub_owner" on public."contract_conditional_history" to current_user using (true) with check (true);
create policy "hub_read_department" on public."contract_conditional" for select to "hub_department", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."contract" m where m."id" = "contract_conditional"."id" and (m."purchaser_id" = nullif(current_setting('hub.body', true), '')::uuid or exists (select 1 from "organization" r0 where r0."id" = m."purchaser_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'Contract' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0)) offset 0));
create policy "hub_read_department" on public."contract_conditional_history" for select to "hub_department", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."contract_conditional" c where c."id" = "contract_conditional_history"."id"));
create policy "hub_read_finance" on public."contract_conditional" for select to "hub_finance" using (exists (select 1 from public."contract" m where m."id" = "contract_conditional"."id" and (m."purchaser_id" = nullif(current_setting('hub.body', true), '')::uuid or starts_with(m."division_code", nullif(current_setting('hub.jurisdiction', true), '')) or exists (select 1 from "organization" r0 where r0."id" = m."purchaser_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'Contract' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0)) offset 0));
create policy "hub_read_finance" on public."contract_conditional_history" for select to "hub_finance" using (exists (select 1 from public."contract_conditional" c where c."id" = "contract_conditional_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "contract_id", "accepted_on", "result", "is_public_service", "note") on public."acceptance" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "contract_id", "accepted_on", "result", "is_public_service", "note") on public."acceptance_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "contract_id", "accepted_on", "result", "is_public_service", "note") on public."acceptance" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "contract_id", "accepted_on", "result", "is_public_service", "note") on public."acceptance_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."acceptance" enable row level security, force row level security;
create policy "hub_owner" on public."acceptance" to current_user using (true) with check (true);
alter table public."acceptance_history" enable row level security, force row level security;
create policy "hub_owner" on public."acceptance_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."acceptance" for select to "hub_public", "hub_subject", "hub_auditor", "hub_operator" using (exists (select 1 from "contract" r0 where r0."id" = "acceptance"."contract_id" and r0."published_at" <= hub_now() offset 0));
create policy "hub_read_public" on public."acceptance_history" for select to "hub_public", "hub_subject", "hub_auditor", "hub_operator" using (exists (select 1 from public."acceptance" c where c."id" = "acceptance_history"."id"));
create policy "hub_read_enterprise" on public."acceptance" for select to "hub_enterprise" using ((exists (select 1 from "contract" r0 where r0."id" = "acceptance"."contract_id" and r0."published_at" <= hub_now() offset 0) or exists (select 1 from "contract" r0 where r0."id" = "acceptance"."contract_id" and exists (select 1 from "organization" r1 where r1."uscc" = r0."supplier_uscc" and r1."id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) offset 0)));
create policy "hub_read_enterprise" on public."acceptance_history" for select to "hub_enterprise" using (exists (select 1 from public."acceptance" c where c."id" = "acceptance_history"."id"));
create policy "hub_read_department" on public."acceptance" for select to "hub_department", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using ((exists (select 1 from "contract" r0 where r0."id" = "acceptance"."contract_id" and r0."published_at" <= hub_now() offset 0) or (exists (select 1 from "contract" r0 where r0."id" = "acceptance"."contract_id" and r0."purchaser_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "contract" r0 where r0."id" = "acceptance"."contract_id" and exists (select 1 from "organization" r1 where r1."uscc" = r0."supplier_uscc" and r1."id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) offset 0))));
create policy "hub_read_department" on public."acceptance_history" for select to "hub_department", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."acceptance" c where c."id" = "acceptance_history"."id"));
create policy "hub_read_finance" on public."acceptance" for select to "hub_finance" using ((exists (select 1 from "contract" r0 where r0."id" = "acceptance"."contract_id" and r0."published_at" <= hub_now() offset 0) or (exists (select 1 from "contract" r0 where r0."id" = "acceptance"."contract_id" and r0."purchaser_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "contract" r0 where r0."id" = "acceptance"."contract_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0) or exists (select 1 from "contract" r0 where r0."id" = "acceptance"."contract_id" and exists (select 1 from "organization" r1 where r1."uscc" = r0."supplier_uscc" and r1."id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) offset 0))));
create policy "hub_read_finance" on public."acceptance_history" for select to "hub_finance" using (exists (select 1 from public."acceptance" c where c."id" = "acceptance_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "contract_id", "instalment", "purchaser_id", "supplier_id", "supplier_uscc", "due_on", "amount", "paid_amount", "paid_on", "settlement") on public."payment" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "contract_id", "instalment", "purchaser_id", "supplier_id", "supplier_uscc", "due_on", "amount", "paid_amount", "paid_on", "settlement") on public."payment_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "contract_id", "instalment", "purchaser_id", "supplier_id", "supplier_uscc", "due_on", "amount", "paid_amount", "paid_on", "settlement") on public."payment" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "contract_id", "instalment", "purchaser_id", "supplier_id", "supplier_uscc", "due_on", "amount", "paid_amount", "paid_on", "settlement") on public."payment_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."payment" enable row level security, force row level security;
create policy "hub_owner" on public."payment" to current_user using (true) with check (true);
alter table public."payment_history" enable row level security, force row level security;
create policy "hub_owner" on public."payment_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."payment" for select to "hub_public", "hub_subject", "hub_auditor", "hub_operator" using ((exists (select 1 from "contract" r0 where r0."id" = "payment"."contract_id" and r0."published_at" <= hub_now() offset 0) and ("payment"."due_on" < hub_today() and "payment"."settlement" in ('OUTSTANDING', 'LATE'))));
create policy "hub_read_public" on public."payment_history" for select to "hub_public", "hub_subject", "hub_auditor", "hub_operator" using (exists (select 1 from public."payment" c where c."id" = "payment_history"."id"));
create policy "hub_read_enterprise" on public."payment" for select to "hub_enterprise" using (((exists (select 1 from "contract" r0 where r0."id" = "payment"."contract_id" and r0."published_at" <= hub_now() offset 0) or exists (select 1 from "contract" r0 where r0."id" = "payment"."contract_id" and exists (select 1 from "organization" r1 where r1."uscc" = r0."supplier_uscc" and r1."id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) offset 0)) and ("payment"."supplier_id" = nullif(current_setting('hub.body', true), '')::uuid or ("payment"."due_on" < hub_today() and "payment"."settlement" in ('OUTSTANDING', 'LATE')))));
create policy "hub_read_enterprise" on public."payment_history" for select to "hub_enterprise" using (exists (select 1 from public."payment" c where c."id" = "payment_history"."id"));
create policy "hub_read_department" on public."payment" for select to "hub_department", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using ((exists (select 1 from "contract" r0 where r0."id" = "payment"."contract_id" and r0."published_at" <= hub_now() offset 0) or (exists (select 1 from "contract" r0 where r0."id" = "payment"."contract_id" and r0."purchaser_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "contract" r0 where r0."id" = "payment"."contract_id" and exists (select 1 from "organization" r1 where r1."uscc" = r0."supplier_uscc" and r1."id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) offset 0))));
create policy "hub_read_department" on public."payment_history" for select to "hub_department", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."payment" c where c."id" = "payment_history"."id"));
create policy "hub_read_finance" on public."payment" for select to "hub_finance" using ((exists (select 1 from "contract" r0 where r0."id" = "payment"."contract_id" and r0."published_at" <= hub_now() offset 0) or (exists (select 1 from "contract" r0 where r0."id" = "payment"."contract_id" and r0."purchaser_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "contract" r0 where r0."id" = "payment"."contract_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0) or exists (select 1 from "contract" r0 where r0."id" = "payment"."contract_id" and exists (select 1 from "organization" r1 where r1."uscc" = r0."supplier_uscc" and r1."id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) offset 0))));
create policy "hub_read_finance" on public."payment_history" for select to "hub_finance" using (exists (select 1 from public."payment" c where c."id" = "payment_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "approved_on") on public."debt_limit" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "approved_on") on public."debt_limit_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "approved_on") on public."debt_limit" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "approved_on") on public."debt_limit_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."debt_limit_history" enable row level security, force row level security;
create policy "hub_owner" on public."debt_limit_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."debt_limit_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."debt_limit" c where c."id" = "debt_limit_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "as_of") on public."debt_balance" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "as_of") on public."debt_balance_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "as_of") on public."debt_balance" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "as_of") on public."debt_balance_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."debt_balance_history" enable row level security, force row level security;
create policy "hub_owner" on public."debt_balance_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."debt_balance_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."debt_balance" c where c."id" = "debt_balance_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "debtor_id", "creditor_id", "creditor_uscc", "contract_id", "division_code", "kind", "due_on", "amount", "paid_amount", "daily_interest_rate", "is_disputed") on public."arrears_record" to "hub_enterprise";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "debtor_id", "creditor_id", "creditor_uscc", "contract_id", "division_code", "kind", "due_on", "amount", "paid_amount", "daily_interest_rate", "is_disputed") on public."arrears_record_history" to "hub_enterprise";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "debtor_id", "creditor_id", "creditor_uscc", "contract_id", "division_code", "kind", "due_on", "amount", "paid_amount", "daily_interest_rate", "is_disputed") on public."arrears_record" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "debtor_id", "creditor_id", "creditor_uscc", "contract_id", "division_code", "kind", "due_on", "amount", "paid_amount", "daily_interest_rate", "is_disputed") on public."arrears_record_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."arrears_record" enable row level security, force row level security;
create policy "hub_owner" on public."arrears_record" to current_user using (true) with check (true);
alter table public."arrears_record_history" enable row level security, force row level security;
create policy "hub_owner" on public."arrears_record_history" to current_user using (true) with check (true);
create policy "hub_read_enterprise" on public."arrears_record" for select to "hub_enterprise" using (("arrears_record"."debtor_id" = nullif(current_setting('hub.body', true), '')::uuid or "arrears_record"."creditor_id" = nullif(current_setting('hub.body', true), '')::uuid));
create policy "hub_read_enterprise" on public."arrears_record_history" for select to "hub_enterprise" using (exists (select 1 from public."arrears_record" c where c."id" = "arrears_record_history"."id"));
create policy "hub_read_department" on public."arrears_record" for select to "hub_department", "hub_personnel", "hub_supervision", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_investment", "hub_central_bank" using (("arrears_record"."debtor_id" = nullif(current_setting('hub.body', true), '')::uuid or "arrears_record"."creditor_id" = nullif(current_setting('hub.body', true), '')::uuid or "arrears_record"."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid or exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'ArrearsRecord' = any(g."items") and starts_with("arrears_record"."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end))));
create policy "hub_read_department" on public."arrears_record_history" for select to "hub_department", "hub_personnel", "hub_supervision", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_investment", "hub_central_bank" using (exists (select 1 from public."arrears_record" c where c."id" = "arrears_record_history"."id"));
create policy "hub_read_finance" on public."arrears_record" for select to "hub_finance", "hub_credit_lead", "hub_housing" using ((starts_with("arrears_record"."division_code", nullif(current_setting('hub.jurisdiction', true), '')) or "arrears_record"."debtor_id" = nullif(current_setting('hub.body', true), '')::uuid or "arrears_record"."creditor_id" = nullif(current_setting('hub.body', true), '')::uuid or "arrears_record"."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid or exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'ArrearsRecord' = any(g."items") and starts_with("arrears_record"."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end))));
create policy "hub_read_finance" on public."arrears_record_history" for select to "hub_finance", "hub_credit_lead", "hub_housing" using (exists (select 1 from public."arrears_record" c where c."id" = "arrears_record_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "organization_id", "year", "overdue_contracts", "overdue_amount", "published_at") on public."arrears_total" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "organization_id", "year", "overdue_contracts", "overdue_amount", "published_at") on public."arrears_total_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "organization_id", "year", "overdue_contracts", "overdue_amount", "published_at") on public."arrears_total" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "organization_id", "year", "overdue_contracts", "overdue_amount", "published_at") on public."arrears_total_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."arrears_total" enable row level security, force row level security;
create policy "hub_owner" on public."arrears_total" to current_user using (true) with check (true);
alter table public."arrears_total_history" enable row level security, force row level security;
create policy "hub_owner" on public."arrears_total_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."arrears_total" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator" using ("arrears_total"."published_at" <= hub_now());
create policy "hub_read_public" on public."arrears_total_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator" using (exists (select 1 from public."arrears_total" c where c."id" = "arrears_total_history"."id"));
create policy "hub_read_department" on public."arrears_total" for select to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (("arrears_total"."published_at" <= hub_now() or ("arrears_total"."organization_id" = nullif(current_setting('hub.body', true), '')::uuid or "arrears_total"."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid)));
create policy "hub_read_department" on public."arrears_total_history" for select to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."arrears_total" c where c."id" = "arrears_total_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "code", "name", "issued_on", "term_years", "rate", "matures_on") on public."bond" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "code", "name", "issued_on", "term_years", "rate", "matures_on") on public."bond_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "code", "name", "issued_on", "term_years", "rate", "matures_on") on public."bond" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "code", "name", "issued_on", "term_years", "rate", "matures_on") on public."bond_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."bond_history" enable row level security, force row level security;
create policy "hub_owner" on public."bond_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."bond_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."bond" c where c."id" = "bond_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "bond_id", "tranche_no", "purpose", "project_code") on public."bond_tranche" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "bond_id", "tranche_no", "purpose", "project_code") on public."bond_tranche_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "bond_id", "tranche_no", "purpose", "project_code") on public."bond_tranche" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "bond_id", "tranche_no", "purpose", "project_code") on public."bond_tranche_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."bond_tranche_history" enable row level security, force row level security;
create policy "hub_owner" on public."bond_tranche_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."bond_tranche_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."bond_tranche" c where c."id" = "bond_tranche_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "bond_id", "division_code", "due_on", "principal", "interest") on public."debt_service_due" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "bond_id", "division_code", "due_on", "principal", "interest") on public."debt_service_due_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "bond_id", "division_code", "due_on", "principal", "interest", "paid_on", "paid_amount") on public."debt_service_due" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "bond_id", "division_code", "due_on", "principal", "interest", "paid_on", "paid_amount") on public."debt_service_due_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."debt_service_due_history" enable row level security, force row level security;
create policy "hub_owner" on public."debt_service_due_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."debt_service_due_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."debt_service_due" c where c."id" = "debt_service_due_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "tranche_id", "project_code", "year", "budget", "spent") on public."fund_use" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "tranche_id", "project_code", "year", "budget", "spent") on public."fund_use_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "tranche_id", "project_code", "year", "budget", "spent") on public."fund_use" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "tranche_id", "project_code", "year", "budget", "spent") on public."fund_use_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."fund_use_history" enable row level security, force row level security;
create policy "hub_owner" on public."fund_use_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."fund_use_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."fund_use" c where c."id" = "fund_use_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "division_code", "document", "year", "approved_on", "due_on", "published_on", "url", "settlement") on public."disclosure_duty" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "division_code", "document", "year", "approved_on", "due_on", "published_on", "url", "settlement") on public."disclosure_duty_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "division_code", "document", "year", "approved_on", "due_on", "published_on", "url", "settlement") on public."disclosure_duty" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "division_code", "document", "year", "approved_on", "due_on", "published_on", "url", "settlement") on public."disclosure_duty_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."disclosure_duty_history" enable row level security, force row level security;
create policy "hub_owner" on public."disclosure_duty_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."disclosure_duty_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."disclosure_duty" c where c."id" = "disclosure_duty_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "division_code", "agency", "grade", "outlook", "rated_on") on public."government_credit_rating" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "division_code", "agency", "grade", "outlook", "rated_on") on public."government_credit_rating_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "division_code", "agency", "grade", "outlook", "rated_on") on public."government_credit_rating" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "division_code", "agency", "grade", "outlook", "rated_on") on public."government_credit_rating_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."government_credit_rating_history" enable row level security, force row level security;
create policy "hub_owner" on public."government_credit_rating_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."government_credit_rating_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."government_credit_rating" c where c."id" = "government_credit_rating_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "year", "division_code", "government_id", "debt_ratio", "service_ratio", "overdue_ratio", "level") on public."debt_risk_assessment" to "hub_department", "hub_finance";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "year", "division_code", "government_id", "debt_ratio", "service_ratio", "overdue_ratio", "level") on public."debt_risk_assessment_history" to "hub_department", "hub_finance";
alter table public."debt_risk_assessment" enable row level security, force row level security;
create policy "hub_owner" on public."debt_risk_assessment" to current_user using (true) with check (true);
alter table public."debt_risk_assessment_history" enable row level security, force row level security;
create policy "hub_owner" on public."debt_risk_assessment_history" to current_user using (true) with check (true);
create policy "hub_read_department" on public."debt_risk_assessment" for select to "hub_department" using ("debt_risk_assessment"."government_id" = nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_read_department" on public."debt_risk_assessment_history" for select to "hub_department" using (exists (select 1 from public."debt_risk_assessment" c where c."id" = "debt_risk_assessment_history"."id"));
create policy "hub_read_finance" on public."debt_risk_assessment" for select to "hub_finance" using (starts_with("debt_risk_assessment"."division_code", nullif(current_setting('hub.jurisdiction', true), '')));
create policy "hub_read_finance" on public."debt_risk_assessment_history" for select to "hub_finance" using (exists (select 1 from public."debt_risk_assessment" c where c."id" = "debt_risk_assessment_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "title", "subject_name", "subject_organization_id", "division_code", "issuing_organization_name", "issued_on", "catalog_item_code", "severity", "disclosure_state", "display_from", "stopped_on", "stop_reason", "subject_kind", "subject_post", "collection_state", "source_kind", "field", "fact_summary", "disclosure_basis_id") on public."dishonesty_record" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "title", "subject_name", "subject_organization_id", "division_code", "issuing_organization_name", "issued_on", "catalog_item_code", "severity", "disclosure_state", "display_from", "stopped_on", "stop_reason", "subject_kind", "subject_post", "collection_state", "source_kind", "field", "fact_summary", "disclosure_basis_id") on public."dishonesty_record_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "title", "subject_name", "subject_organization_id", "division_code", "issuing_organization_name", "issued_on", "catalog_item_code", "severity", "disclosure_state", "display_from", "stopped_on", "stop_reason", "annulled_on", "annulment_document_no", "version", "subject_kind", "subject_post", "collection_state", "source_kind", "field", "fact_summary", "disclosure_basis_id", "loss_amount") on public."dishonesty_record" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "title", "subject_name", "subject_organization_id", "division_code", "issuing_organization_name", "issued_on", "catalog_item_code", "severity", "disclosure_state", "display_from", "stopped_on", "stop_reason", "annulled_on", "annulment_document_no", "version", "subject_kind", "subject_post", "collection_state", "source_kind", "field", "fact_summary", "disclosure_basis_id", "loss_amount") on public."dishonesty_record_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."dishonesty_record" enable row level security, force row level security;
create policy "hub_owner" on public."dishonesty_record" to current_user using (true) with check (true);
alter table public."dishonesty_record_history" enable row level security, force row level security;
create policy "hub_owner" on public."dishonesty_record_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."dishonesty_record" for select to "hub_public", "hub_subject", "hub_auditor", "hub_operator" using ((("dishonesty_record"."disclosure_state" = 'PUBLISHED' and "dishonesty_record"."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = "dishonesty_record"."catalog_item_code" and dp."severity" = "dishonesty_record"."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= ("dishonesty_record"."document_date" + make_interval(months => dp."max_months"))::date)) and ("dishonesty_record"."subject_kind" in ('ORGANIZATION') or (exists (select 1 from "disclosure_basis" r0 where r0."id" = "dishonesty_record"."disclosure_basis_id" and r0."published_at" <= hub_now() offset 0) and exists (select 1 from "disclosure_basis" r0 where r0."id" = "dishonesty_record"."disclosure_basis_id" and (r0."expires_on" is null or r0."expires_on" >= hub_today()) offset 0)))));
create policy "hub_read_public" on public."dishonesty_record_history" for select to "hub_public", "hub_subject", "hub_auditor", "hub_operator" using (exists (select 1 from public."dishonesty_record" c where c."id" = "dishonesty_record_history"."id"));
create policy "hub_read_enterprise" on public."dishonesty_record" for select to "hub_enterprise" using (((("dishonesty_record"."disclosure_state" = 'PUBLISHED' and "dishonesty_record"."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = "dishonesty_record"."catalog_item_code" and dp."severity" = "dishonesty_record"."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= ("dishonesty_record"."document_date" + make_interval(months => dp."max_months"))::date)) and ("dishonesty_record"."subject_kind" in ('ORGANIZATION') or (exists (select 1 from "disclosure_basis" r0 where r0."id" = "dishonesty_record"."disclosure_basis_id" and r0."published_at" <= hub_now() offset 0) and exists (select 1 from "disclosure_basis" r0 where r0."id" = "dishonesty_record"."disclosure_basis_id" and (r0."expires_on" is null or r0."expires_on" >= hub_today()) offset 0)))) or "dishonesty_record"."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid or "dishonesty_record"."subject_organization_id" = nullif(current_setting('hub.body', true), '')::uuid));
create policy "hub_read_enterprise" on public."dishonesty_record_history" for select to "hub_enterprise" using (exists (select 1 from public."dishonesty_record" c where c."id" = "dishonesty_record_history"."id"));
create policy "hub_read_department" on public."dishonesty_record" for select to "hub_department", "hub_finance", "hub_personnel", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (((("dishonesty_record"."disclosure_state" = 'PUBLISHED' and "dishonesty_record"."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = "dishonesty_record"."catalog_item_code" and dp."severity" = "dishonesty_record"."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= ("dishonesty_record"."document_date" + make_interval(months => dp."max_months"))::date)) and ("dishonesty_record"."subject_kind" in ('ORGANIZATION') or (exists (select 1 from "disclosure_basis" r0 where r0."id" = "dishonesty_record"."disclosure_basis_id" and r0."published_at" <= hub_now() offset 0) and exists (select 1 from "disclosure_basis" r0 where r0."id" = "dishonesty_record"."disclosure_basis_id" and (r0."expires_on" is null or r0."expires_on" >= hub_today()) offset 0)))) or "dishonesty_record"."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid or "dishonesty_record"."subject_organization_id" = nullif(current_setting('hub.body', true), '')::uuid or exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'DishonestyRecord' = any(g."items") and starts_with("dishonesty_record"."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end))));
create policy "hub_read_department" on public."dishonesty_record_history" for select to "hub_department", "hub_finance", "hub_personnel", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."dishonesty_record" c where c."id" = "dishonesty_record_history"."id"));
create policy "hub_read_supervision" on public."dishonesty_record" for select to "hub_supervision", "hub_credit_lead" using (((("dishonesty_record"."disclosure_state" = 'PUBLISHED' and "dishonesty_record"."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = "dishonesty_record"."catalog_item_code" and dp."severity" = "dishonesty_record"."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= ("dishonesty_record"."document_date" + make_interval(months => dp."max_months"))::date)) and ("dishonesty_record"."subject_kind" in ('ORGANIZATION') or (exists (select 1 from "disclosure_basis" r0 where r0."id" = "dishonesty_record"."disclosure_basis_id" and r0."published_at" <= hub_now() offset 0) and exists (select 1 from "disclosure_basis" r0 where r0."id" = "dishonesty_record"."disclosure_basis_id" and (r0."expires_on" is null or r0."expires_on" >= hub_today()) offset 0)))) or "dishonesty_record"."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid or starts_with("dishonesty_record"."division_code", nullif(current_setting('hub.jurisdiction', true), '')) or "dishonesty_record"."subject_organization_id" = nullif(current_setting('hub.body', true), '')::uuid or exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'DishonestyRecord' = any(g."items") and starts_with("dishonesty_record"."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end))));
create policy "hub_read_supervision" on public."dishonesty_record_history" for select to "hub_supervision", "hub_credit_lead" using (exists (select 1 from public."dishonesty_record" c where c."id" = "dishonesty_record_history"."id"));

grant select ("fact_full", "social_impact", "id") on public."dishonesty_record_conditional" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("fact_full", "social_impact", "id") on public."dishonesty_record_conditional_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."dishonesty_record_conditional" enable row level security, force row level security;
create policy "hub_owner" on public."dishonesty_record_conditional" to current_user using (true) with check (true);
alter table public."dishonesty_record_conditional_history" enable row level security, force row level security;
create policy "hub_owner" on public."dishonesty_record_conditional_history" to current_user using (true) with check (true);
create policy "hub_read_department" on public."dishonesty_record_conditional" for select to "hub_department", "hub_finance", "hub_personnel", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."dishonesty_record" m where m."id" = "dishonesty_record_conditional"."id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'DishonestyRecord' = any(g."items") and starts_with(m."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0));
create policy "hub_read_department" on public."dishonesty_record_conditional_history" for select to "hub_department", "hub_finance", "hub_personnel", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."dishonesty_record_conditional" c where c."id" = "dishonesty_record_conditional_history"."id"));
create policy "hub_read_supervision" on public."dishonesty_record_conditional" for select to "hub_supervision", "hub_credit_lead" using (exists (select 1 from public."dishonesty_record" m where m."id" = "dishonesty_record_conditional"."id" and (starts_with(m."division_code", nullif(current_setting('hub.jurisdiction', true), '')) or exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'DishonestyRecord' = any(g."items") and starts_with(m."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end))) offset 0));
create policy "hub_read_supervision" on public."dishonesty_record_conditional_history" for select to "hub_supervision", "hub_credit_lead" using (exists (select 1 from public."dishonesty_record_conditional" c where c."id" = "dishonesty_record_conditional_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "title", "subject_name", "subject_organization_id", "division_code", "issuing_organization_name", "issued_on", "catalog_item_code", "severity", "disclosure_state", "display_from", "stopped_on", "stop_reason", "subject_kind", "subject_uscc", "conduct", "fact_summary", "penalty", "fine_amount", "ban_from", "ban_to", "tender_id", "disclosure_basis_id") on public."violation_record" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "title", "subject_name", "subject_organization_id", "division_code", "issuing_organization_name", "issued_on", "catalog_item_code", "severity", "disclosure_state", "display_from", "stopped_on", "stop_reason", "subject_kind", "subject_uscc", "conduct", "fact_summary", "penalty", "fine_amount", "ban_from", "ban_to", "tender_id", "disclosure_basis_id") on public."violation_record_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "title", "subject_name", "subject_organization_id", "division_code", "issuing_organization_name", "issued_on", "catalog_item_code", "severity", "disclosure_state", "display_from", "stopped_on", "stop_reason", "annulled_on", "annulment_document_no", "version", "subject_kind", "subject_uscc", "conduct", "fact_summary", "penalty", "fine_amount", "ban_from", "ban_to", "tender_id", "disclosure_basis_id") on public."violation_record" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "title", "subject_name", "subject_organization_id", "division_code", "issuing_organization_name", "issued_on", "catalog_item_code", "severity", "disclosure_state", "display_from", "stopped_on", "stop_reason", "annulled_on", "annulment_document_no", "version", "subject_kind", "subject_uscc", "conduct", "fact_summary", "penalty", "fine_amount", "ban_from", "ban_to", "tender_id", "disclosure_basis_id") on public."violation_record_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."violation_record" enable row level security, force row level security;
create policy "hub_owner" on public."violation_record" to current_user using (true) with check (true);
alter table public."violation_record_history" enable row level security, force row level security;
create policy "hub_owner" on public."violation_record_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."violation_record" for select to "hub_public", "hub_subject", "hub_auditor", "hub_operator" using ((("violation_record"."disclosure_state" = 'PUBLISHED' and "violation_record"."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = "violation_record"."catalog_item_code" and dp."severity" = "violation_record"."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= ("violation_record"."document_date" + make_interval(months => dp."max_months"))::date)) and ("violation_record"."subject_kind" in ('ENTERPRISE', 'INSTITUTION') or (exists (select 1 from "disclosure_basis" r0 where r0."id" = "violation_record"."disclosure_basis_id" and r0."published_at" <= hub_now() offset 0) and exists (select 1 from "disclosure_basis" r0 where r0."id" = "violation_record"."disclosure_basis_id" and (r0."expires_on" is null or r0."expires_on" >= hub_today()) offset 0)))));
create policy "hub_read_public" on public."violation_record_history" for select to "hub_public", "hub_subject", "hub_auditor", "hub_operator" using (exists (select 1 from public."violation_record" c where c."id" = "violation_record_history"."id"));
create policy "hub_read_enterprise" on public."violation_record" for select to "hub_enterprise" using (((("violation_record"."disclosure_state" = 'PUBLISHED' and "violation_record"."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = "violation_record"."catalog_item_code" and dp."severity" = "violation_record"."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= ("violation_record"."document_date" + make_interval(months => dp."max_months"))::date)) and ("violation_record"."subject_kind" in ('ENTERPRISE', 'INSTITUTION') or (exists (select 1 from "disclosure_basis" r0 where r0."id" = "violation_record"."disclosure_basis_id" and r0."published_at" <= hub_now() offset 0) and exists (select 1 from "disclosure_basis" r0 where r0."id" = "violation_record"."disclosure_basis_id" and (r0."expires_on" is null or r0."expires_on" >= hub_today()) offset 0)))) or "violation_record"."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid or "violation_record"."subject_organization_id" = nullif(current_setting('hub.body', true), '')::uuid));
create policy "hub_read_enterprise" on public."violation_record_history" for select to "hub_enterprise" using (exists (select 1 from public."violation_record" c where c."id" = "violation_record_history"."id"));
create policy "hub_read_department" on public."violation_record" for select to "hub_department", "hub_personnel", "hub_supervision", "hub_court", "hub_procuratorate", "hub_housing", "hub_investment", "hub_central_bank" using (((("violation_record"."disclosure_state" = 'PUBLISHED' and "violation_record"."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = "violation_record"."catalog_item_code" and dp."severity" = "violation_record"."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= ("violation_record"."document_date" + make_interval(months => dp."max_months"))::date)) and ("violation_record"."subject_kind" in ('ENTERPRISE', 'INSTITUTION') or (exists (select 1 from "disclosure_basis" r0 where r0."id" = "violation_record"."disclosure_basis_id" and r0."published_at" <= hub_now() offset 0) and exists (select 1 from "disclosure_basis" r0 where r0."id" = "violation_record"."disclosure_basis_id" and (r0."expires_on" is null or r0."expires_on" >= hub_today()) offset 0)))) or "violation_record"."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid or "violation_record"."subject_organization_id" = nullif(current_setting('hub.body', true), '')::uuid or exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'ViolationRecord' = any(g."items") and starts_with("violation_record"."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end))));
create policy "hub_read_department" on public."violation_record_history" for select to "hub_department", "hub_personnel", "hub_supervision", "hub_court", "hub_procuratorate", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."violation_record" c where c."id" = "violation_record_history"."id"));
create policy "hub_read_finance" on public."violation_record" for select to "hub_finance", "hub_credit_lead", "hub_trading_centre" using (((("violation_record"."disclosure_state" = 'PUBLISHED' and "violation_record"."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = "violation_record"."catalog_item_code" and dp."severity" = "violation_record"."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= ("violation_record"."document_date" + make_interval(months => dp."max_months"))::date)) and ("violation_record"."subject_kind" in ('ENTERPRISE', 'INSTITUTION') or (exists (select 1 from "disclosure_basis" r0 where r0."id" = "violation_record"."disclosure_basis_id" and r0."published_at" <= hub_now() offset 0) and exists (select 1 from "disclosure_basis" r0 where r0."id" = "violation_record"."disclosure_basis_id" and (r0."expires_on" is null or r0."expires_on" >= hub_today()) offset 0)))) or "violation_record"."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid or starts_with("violation_record"."division_code", nullif(current_setting('hub.jurisdiction', true), '')) or "violation_record"."subject_organization_id" = nullif(current_setting('hub.body', true), '')::uuid or exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'ViolationRecord' = any(g."items") and starts_with("violation_record"."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end))));
create policy "hub_read_finance" on public."violation_record_history" for select to "hub_finance", "hub_credit_lead", "hub_trading_centre" using (exists (select 1 from public."violation_record" c where c."id" = "violation_record_history"."id"));

grant select ("fact_full", "id") on public."violation_record_conditional" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("fact_full", "id") on public."violation_record_conditional_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."violation_record_conditional" enable row level security, force row level security;
create policy "hub_owner" on public."violation_record_conditional" to current_user using (true) with check (true);
alter table public."violation_record_conditional_history" enable row level security, force row level security;
create policy "hub_owner" on public."violation_record_conditional_history" to current_user using (true) with check (true);
create policy "hub_read_department" on public."violation_record_conditional" for select to "hub_department", "hub_personnel", "hub_supervision", "hub_court", "hub_procuratorate", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."violation_record" m where m."id" = "violation_record_conditional"."id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'ViolationRecord' = any(g."items") and starts_with(m."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0));
create policy "hub_read_department" on public."violation_record_conditional_history" for select to "hub_department", "hub_personnel", "hub_supervision", "hub_court", "hub_procuratorate", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."violation_record_conditional" c where c."id" = "violation_record_conditional_history"."id"));
create policy "hub_read_finance" on public."violation_record_conditional" for select to "hub_finance", "hub_credit_lead", "hub_trading_centre" using (exists (select 1 from public."violation_record" m where m."id" = "violation_record_conditional"."id" and (starts_with(m."division_code", nullif(current_setting('hub.jurisdiction', true), '')) or exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'ViolationRecord' = any(g."items") and starts_with(m."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end))) offset 0));
create policy "hub_read_finance" on public."violation_record_conditional_history" for select to "hub_finance", "hub_credit_lead", "hub_trading_centre" using (exists (select 1 from public."violation_record_conditional" c where c."id" = "violation_record_conditional_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "citation", "decided_by_organization_id", "decided_on", "reason", "expires_on", "published_at") on public."disclosure_basis" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "citation", "decided_by_organization_id", "decided_on", "reason", "expires_on", "published_at") on public."disclosure_basis_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "citation", "decided_by_organization_id", "decided_on", "reason", "expires_on", "published_at") on public."disclosure_basis" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "citation", "decided_by_organization_id", "decided_on", "reason", "expires_on", "published_at") on public."disclosure_basis_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."disclosure_basis" enable row level security, force row level security;
create policy "hub_owner" on public."disclosure_basis" to current_user using (true) with check (true);
alter table public."disclosure_basis_history" enable row level security, force row level security;
create policy "hub_owner" on public."disclosure_basis_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."disclosure_basis" for select to "hub_public", "hub_subject", "hub_auditor", "hub_operator" using ("disclosure_basis"."published_at" <= hub_now());
create policy "hub_read_public" on public."disclosure_basis_history" for select to "hub_public", "hub_subject", "hub_auditor", "hub_operator" using (exists (select 1 from public."disclosure_basis" c where c."id" = "disclosure_basis_history"."id"));
create policy "hub_read_enterprise" on public."disclosure_basis" for select to "hub_enterprise", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (("disclosure_basis"."published_at" <= hub_now() or ("disclosure_basis"."decided_by_organization_id" = nullif(current_setting('hub.body', true), '')::uuid or "disclosure_basis"."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid)));
create policy "hub_read_enterprise" on public."disclosure_basis_history" for select to "hub_enterprise", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."disclosure_basis" c where c."id" = "disclosure_basis_history"."id"));

grant select ("id", "recorded_at", "notice_no", "kind", "record_no", "subject_name", "reason", "annulment_document_no", "noticed_on", "organization_id") on public."disclosure_notice" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";

grant select ("id", "recorded_at", "dishonesty_record_id", "kind", "url", "organization_id", "state", "published_on", "taken_down_on", "take_down_by") on public."publication_channel" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "dishonesty_record_id", "kind", "url", "organization_id", "state", "published_on", "taken_down_on", "take_down_by") on public."publication_channel_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "dishonesty_record_id", "kind", "url", "organization_id", "state", "published_on", "taken_down_on", "take_down_by", "version") on public."publication_channel" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "dishonesty_record_id", "kind", "url", "organization_id", "state", "published_on", "taken_down_on", "take_down_by", "version") on public."publication_channel_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."publication_channel" enable row level security, force row level security;
create policy "hub_owner" on public."publication_channel" to current_user using (true) with check (true);
alter table public."publication_channel_history" enable row level security, force row level security;
create policy "hub_owner" on public."publication_channel_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."publication_channel" for select to "hub_public", "hub_subject", "hub_auditor", "hub_operator" using ((exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and (r0."disclosure_state" = 'PUBLISHED' and r0."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = r0."catalog_item_code" and dp."severity" = r0."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= (r0."document_date" + make_interval(months => dp."max_months"))::date)) offset 0) and (exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and r0."subject_kind" in ('ORGANIZATION') offset 0) or (exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and r1."published_at" <= hub_now() offset 0) offset 0) and exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and (r1."expires_on" is null or r1."expires_on" >= hub_today()) offset 0) offset 0)))));
create policy "hub_read_public" on public."publication_channel_history" for select to "hub_public", "hub_subject", "hub_auditor", "hub_operator" using (exists (select 1 from public."publication_channel" c where c."id" = "publication_channel_history"."id"));
create policy "hub_read_enterprise" on public."publication_channel" for select to "hub_enterprise" using (((exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and (r0."disclosure_state" = 'PUBLISHED' and r0."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = r0."catalog_item_code" and dp."severity" = r0."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= (r0."document_date" + make_interval(months => dp."max_months"))::date)) offset 0) and (exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and r0."subject_kind" in ('ORGANIZATION') offset 0) or (exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and r1."published_at" <= hub_now() offset 0) offset 0) and exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and (r1."expires_on" is null or r1."expires_on" >= hub_today()) offset 0) offset 0)))) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and r0."subject_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0)));
create policy "hub_read_enterprise" on public."publication_channel_history" for select to "hub_enterprise" using (exists (select 1 from public."publication_channel" c where c."id" = "publication_channel_history"."id"));
create policy "hub_read_department" on public."publication_channel" for select to "hub_department", "hub_finance", "hub_personnel", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using ((((exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and (r0."disclosure_state" = 'PUBLISHED' and r0."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = r0."catalog_item_code" and dp."severity" = r0."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= (r0."document_date" + make_interval(months => dp."max_months"))::date)) offset 0) and (exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and r0."subject_kind" in ('ORGANIZATION') offset 0) or (exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and r1."published_at" <= hub_now() offset 0) offset 0) and exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and (r1."expires_on" is null or r1."expires_on" >= hub_today()) offset 0) offset 0)))) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and r0."subject_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'DishonestyRecord' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0)) or "publication_channel"."organization_id" = nullif(current_setting('hub.body', true), '')::uuid));
create policy "hub_read_department" on public."publication_channel_history" for select to "hub_department", "hub_finance", "hub_personnel", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."publication_channel" c where c."id" = "publication_channel_history"."id"));
create policy "hub_read_supervision" on public."publication_channel" for select to "hub_supervision", "hub_credit_lead" using ((((exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and (r0."disclosure_state" = 'PUBLISHED' and r0."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = r0."catalog_item_code" and dp."severity" = r0."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= (r0."document_date" + make_interval(months => dp."max_months"))::date)) offset 0) and (exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and r0."subject_kind" in ('ORGANIZATION') offset 0) or (exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and r1."published_at" <= hub_now() offset 0) offset 0) and exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and (r1."expires_on" is null or r1."expires_on" >= hub_today()) offset 0) offset 0)))) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and r0."subject_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "publication_channel"."dishonesty_record_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'DishonestyRecord' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0)) or "publication_channel"."organization_id" = nullif(current_setting('hub.body', true), '')::uuid));
create policy "hub_read_supervision" on public."publication_channel_history" for select to "hub_supervision", "hub_credit_lead" using (exists (select 1 from public."publication_channel" c where c."id" = "publication_channel_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "official_id", "managing_organization_id", "division_code", "title", "source_kind", "field", "severity", "issuing_organization_name", "issued_on", "served_on", "fact_summary", "published_record_id") on public."official_dishonesty_record" to "hub_subject";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "official_id", "managing_organization_id", "division_code", "title", "source_kind", "field", "severity", "issuing_organization_name", "issued_on", "served_on", "fact_summary", "published_record_id") on public."official_dishonesty_record_history" to "hub_subject";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "official_id", "managing_organization_id", "division_code", "title", "source_kind", "field", "severity", "issuing_organization_name", "issued_on", "served_on", "fact_summary", "fact_full", "published_record_id") on public."official_dishonesty_record" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "official_id", "managing_organization_id", "division_code", "title", "source_kind", "field", "severity", "issuing_organization_name", "issued_on", "served_on", "fact_summary", "fact_full", "published_record_id") on public."official_dishonesty_record_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."official_dishonesty_record" enable row level security, force row level security;
create policy "hub_owner" on public."official_dishonesty_record" to current_user using (true) with check (true);
alter table public."official_dishonesty_record_history" enable row level security, force row level security;
create policy "hub_owner" on public."official_dishonesty_record_history" to current_user using (true) with check (true);
create policy "hub_read_subject" on public."official_dishonesty_record" for select to "hub_subject" using ("official_dishonesty_record"."official_id" = nullif(current_setting('hub.subject', true), '')::uuid);
create policy "hub_read_subject" on public."official_dishonesty_record_history" for select to "hub_subject" using (exists (select 1 from public."official_dishonesty_record" c where c."id" = "official_dishonesty_record_history"."id"));
create policy "hub_read_department" on public."official_dishonesty_record" for select to "hub_department", "hub_finance", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'OfficialDishonestyRecord' = any(g."items") and starts_with("official_dishonesty_record"."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)));
create policy "hub_read_department" on public."official_dishonesty_record_history" for select to "hub_department", "hub_finance", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."official_dishonesty_record" c where c."id" = "official_dishonesty_record_history"."id"));
create policy "hub_read_personnel" on public."official_dishonesty_record" for select to "hub_personnel" using (("official_dishonesty_record"."managing_organization_id" = nullif(current_setting('hub.body', true), '')::uuid or exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'OfficialDishonestyRecord' = any(g."items") and starts_with("official_dishonesty_record"."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end))));
create policy "hub_read_personnel" on public."official_dishonesty_record_history" for select to "hub_personnel" using (exists (select 1 from public."official_dishonesty_record" c where c."id" = "official_dishonesty_record_history"."id"));
create policy "hub_read_supervision" on public."official_dishonesty_record" for select to "hub_supervision" using ((starts_with("official_dishonesty_record"."division_code", nullif(current_setting('hub.jurisdiction', true), '')) or exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'OfficialDishonestyRecord' = any(g."items") and starts_with("official_dishonesty_record"."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end))));
create policy "hub_read_supervision" on public."official_dishonesty_record_history" for select to "hub_supervision" using (exists (select 1 from public."official_dishonesty_record" c where c."id" = "official_dishonesty_record_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "dishonesty_record_id", "official_id", "role", "post_title", "held_from", "held_to", "managing_organization_id", "division_code") on public."record_responsibility" to "hub_subject";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "dishonesty_record_id", "official_id", "role", "post_title", "held_from", "held_to", "managing_organization_id", "division_code") on public."record_responsibility_history" to "hub_subject";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "dishonesty_record_id", "official_id", "role", "post_title", "held_from", "held_to", "managing_organization_id", "division_code") on public."record_responsibility" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "dishonesty_record_id", "official_id", "role", "post_title", "held_from", "held_to", "managing_organization_id", "division_code") on public."record_responsibility_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."record_responsibility" enable row level security, force row level security;
create policy "hub_owner" on public."record_responsibility" to current_user using (true) with check (true);
alter table public."record_responsibility_history" enable row level security, force row level security;
create policy "hub_owner" on public."record_responsibility_history" to current_user using (true) with check (true);
create policy "hub_read_subject" on public."record_responsibility" for select to "hub_subject" using (("record_responsibility"."official_id" = nullif(current_setting('hub.subject', true), '')::uuid and (exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and (r0."disclosure_state" = 'PUBLISHED' and r0."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = r0."catalog_item_code" and dp."severity" = r0."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= (r0."document_date" + make_interval(months => dp."max_months"))::date)) offset 0) and (exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and r0."subject_kind" in ('ORGANIZATION') offset 0) or (exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and r1."published_at" <= hub_now() offset 0) offset 0) and exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and (r1."expires_on" is null or r1."expires_on" >= hub_today()) offset 0) offset 0))))));
create policy "hub_read_subject" on public."record_responsibility_history" for select to "hub_subject" using (exists (select 1 from public."record_responsibility" c where c."id" = "record_responsibility_history"."id"));
create policy "hub_read_department" on public."record_responsibility" for select to "hub_department", "hub_finance", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using ((exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'RecordResponsibility' = any(g."items") and starts_with("record_responsibility"."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) and ((exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and (r0."disclosure_state" = 'PUBLISHED' and r0."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = r0."catalog_item_code" and dp."severity" = r0."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= (r0."document_date" + make_interval(months => dp."max_months"))::date)) offset 0) and (exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and r0."subject_kind" in ('ORGANIZATION') offset 0) or (exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and r1."published_at" <= hub_now() offset 0) offset 0) and exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and (r1."expires_on" is null or r1."expires_on" >= hub_today()) offset 0) offset 0)))) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and r0."subject_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'DishonestyRecord' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0))));
create policy "hub_read_department" on public."record_responsibility_history" for select to "hub_department", "hub_finance", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."record_responsibility" c where c."id" = "record_responsibility_history"."id"));
create policy "hub_read_personnel" on public."record_responsibility" for select to "hub_personnel" using ((("record_responsibility"."managing_organization_id" = nullif(current_setting('hub.body', true), '')::uuid or exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'RecordResponsibility' = any(g."items") and starts_with("record_responsibility"."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end))) and ((exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and (r0."disclosure_state" = 'PUBLISHED' and r0."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = r0."catalog_item_code" and dp."severity" = r0."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= (r0."document_date" + make_interval(months => dp."max_months"))::date)) offset 0) and (exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and r0."subject_kind" in ('ORGANIZATION') offset 0) or (exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and r1."published_at" <= hub_now() offset 0) offset 0) and exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and (r1."expires_on" is null or r1."expires_on" >= hub_today()) offset 0) offset 0)))) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and r0."subject_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'DishonestyRecord' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0))));
create policy "hub_read_personnel" on public."record_responsibility_history" for select to "hub_personnel" using (exists (select 1 from public."record_responsibility" c where c."id" = "record_responsibility_history"."id"));
create policy "hub_read_supervision" on public."record_responsibility" for select to "hub_supervision" using (((starts_with("record_responsibility"."division_code", nullif(current_setting('hub.jurisdiction', true), '')) or exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'RecordResponsibility' = any(g."items") and starts_with("record_responsibility"."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end))) and ((exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and (r0."disclosure_state" = 'PUBLISHED' and r0."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = r0."catalog_item_code" and dp."severity" = r0."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= (r0."document_date" + make_interval(months => dp."max_months"))::date)) offset 0) and (exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and r0."subject_kind" in ('ORGANIZATION') offset 0) or (exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and r1."published_at" <= hub_now() offset 0) offset 0) and exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and (r1."expires_on" is null or r1."expires_on" >= hub_today()) offset 0) offset 0)))) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and r0."subject_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'DishonestyRecord' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0))));
create policy "hub_read_supervision" on public."record_responsibility_history" for select to "hub_supervision" using (exists (select 1 from public."record_responsibility" c where c."id" = "record_responsibility_history"."id"));
create policy "hub_read_creditLead" on public."record_responsibility" for select to "hub_credit_lead" using ((exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'RecordResponsibility' = any(g."items") and starts_with("record_responsibility"."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) and ((exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and (r0."disclosure_state" = 'PUBLISHED' and r0."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = r0."catalog_item_code" and dp."severity" = r0."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= (r0."document_date" + make_interval(months => dp."max_months"))::date)) offset 0) and (exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and r0."subject_kind" in ('ORGANIZATION') offset 0) or (exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and r1."published_at" <= hub_now() offset 0) offset 0) and exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and (r1."expires_on" is null or r1."expires_on" >= hub_today()) offset 0) offset 0)))) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and r0."subject_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "record_responsibility"."dishonesty_record_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'DishonestyRecord' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0))));
create policy "hub_read_creditLead" on public."record_responsibility_history" for select to "hub_credit_lead" using (exists (select 1 from public."record_responsibility" c where c."id" = "record_responsibility_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "catalog_item_code", "severity", "disclosure_state", "display_from", "stopped_on", "stop_reason", "disclosure_basis_id", "case_no", "court_name", "judgment_date", "effective_on", "charges", "sentence_kind", "sentence_months", "is_suspended", "person_name", "post_at_offence", "organization_at_offence_id", "division_code", "official_id", "managing_organization_id") on public."duty_crime_record" to "hub_subject";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "catalog_item_code", "severity", "disclosure_state", "display_from", "stopped_on", "stop_reason", "disclosure_basis_id", "case_no", "court_name", "judgment_date", "effective_on", "charges", "sentence_kind", "sentence_months", "is_suspended", "person_name", "post_at_offence", "organization_at_offence_id", "division_code", "official_id", "managing_organization_id") on public."duty_crime_record_history" to "hub_subject";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "catalog_item_code", "severity", "disclosure_state", "display_from", "stopped_on", "stop_reason", "disclosure_basis_id", "case_no", "court_name", "judgment_date", "effective_on", "charges", "sentence_kind", "sentence_months", "is_suspended", "person_name", "post_at_offence", "organization_at_offence_id", "division_code", "official_id", "managing_organization_id") on public."duty_crime_record" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "catalog_item_code", "severity", "disclosure_state", "display_from", "stopped_on", "stop_reason", "disclosure_basis_id", "case_no", "court_name", "judgment_date", "effective_on", "charges", "sentence_kind", "sentence_months", "is_suspended", "person_name", "post_at_offence", "organization_at_offence_id", "division_code", "official_id", "managing_organization_id") on public."duty_crime_record_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."duty_crime_record" enable row level security, force row level security;
create policy "hub_owner" on public."duty_crime_record" to current_user using (true) with check (true);
alter table public."duty_crime_record_history" enable row level security, force row level security;
create policy "hub_owner" on public."duty_crime_record_history" to current_user using (true) with check (true);
create policy "hub_read_subject" on public."duty_crime_record" for select to "hub_subject" using ("duty_crime_record"."official_id" = nullif(current_setting('hub.subject', true), '')::uuid);
create policy "hub_read_subject" on public."duty_crime_record_history" for select to "hub_subject" using (exists (select 1 from public."duty_crime_record" c where c."id" = "duty_crime_record_history"."id"));
create policy "hub_read_department" on public."duty_crime_record" for select to "hub_department", "hub_finance", "hub_credit_lead", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'DutyCrimeRecord' = any(g."items") and starts_with("duty_crime_record"."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)));
create policy "hub_read_department" on public."duty_crime_record_history" for select to "hub_department", "hub_finance", "hub_credit_lead", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."duty_crime_record" c where c."id" = "duty_crime_record_history"."id"));
create policy "hub_read_personnel" on public."duty_crime_record" for select to "hub_personnel" using (("duty_crime_record"."managing_organization_id" = nullif(current_setting('hub.body', true), '')::uuid or exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'DutyCrimeRecord' = any(g."items") and starts_with("duty_crime_record"."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end))));
create policy "hub_read_personnel" on public."duty_crime_record_history" for select to "hub_personnel" using (exists (select 1 from public."duty_crime_record" c where c."id" = "duty_crime_record_history"."id"));
create policy "hub_read_supervision" on public."duty_crime_record" for select to "hub_supervision" using ((starts_with("duty_crime_record"."division_code", nullif(current_setting('hub.jurisdiction', true), '')) or exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'DutyCrimeRecord' = any(g."items") and starts_with("duty_crime_record"."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end))));
create policy "hub_read_supervision" on public."duty_crime_record_history" for select to "hub_supervision" using (exists (select 1 from public."duty_crime_record" c where c."id" = "duty_crime_record_history"."id"));
create policy "hub_read_court" on public."duty_crime_record" for select to "hub_court", "hub_procuratorate" using (((starts_with("duty_crime_record"."division_code", nullif(current_setting('hub.jurisdiction', true), '')) or "duty_crime_record"."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid) or exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'DutyCrimeRecord' = any(g."items") and starts_with("duty_crime_record"."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end))));
create policy "hub_read_court" on public."duty_crime_record_history" for select to "hub_court", "hub_procuratorate" using (exists (select 1 from public."duty_crime_record" c where c."id" = "duty_crime_record_history"."id"));

grant select ("id_number", "id") on public."duty_crime_record_restricted" to "hub_subject", "hub_personnel", "hub_supervision", "hub_court", "hub_procuratorate";
grant select ("id_number", "id") on public."duty_crime_record_restricted_history" to "hub_subject", "hub_personnel", "hub_supervision", "hub_court", "hub_procuratorate";
alter table public."duty_crime_record_restricted" enable row level security, force row level security;
create policy "hub_owner" on public."duty_crime_record_restricted" to current_user using (true) with check (true);
alter table public."duty_crime_record_restricted_history" enable row level security, force row level security;
create policy "hub_owner" on public."duty_crime_record_restricted_history" to current_user using (true) with check (true);
create policy "hub_read_subject" on public."duty_crime_record_restricted" for select to "hub_subject" using (exists (select 1 from public."duty_crime_record" m where m."id" = "duty_crime_record_restricted"."id" and m."official_id" = nullif(current_setting('hub.subject', true), '')::uuid offset 0));
create policy "hub_read_subject" on public."duty_crime_record_restricted_history" for select to "hub_subject" using (exists (select 1 from public."duty_crime_record_restricted" c where c."id" = "duty_crime_record_restricted_history"."id"));
create policy "hub_read_personnel" on public."duty_crime_record_restricted" for select to "hub_personnel" using (exists (select 1 from public."duty_crime_record" m where m."id" = "duty_crime_record_restricted"."id" and m."managing_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0));
create policy "hub_read_personnel" on public."duty_crime_record_restricted_history" for select to "hub_personnel" using (exists (select 1 from public."duty_crime_record_restricted" c where c."id" = "duty_crime_record_restricted_history"."id"));
create policy "hub_read_supervision" on public."duty_crime_record_restricted" for select to "hub_supervision" using (exists (select 1 from public."duty_crime_record" m where m."id" = "duty_crime_record_restricted"."id" and starts_with(m."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0));
create policy "hub_read_supervision" on public."duty_crime_record_restricted_history" for select to "hub_supervision" using (exists (select 1 from public."duty_crime_record_restricted" c where c."id" = "duty_crime_record_restricted_history"."id"));
create policy "hub_read_court" on public."duty_crime_record_restricted" for select to "hub_court", "hub_procuratorate" using (exists (select 1 from public."duty_crime_record" m where m."id" = "duty_crime_record_restricted"."id" and (starts_with(m."division_code", nullif(current_setting('hub.jurisdiction', true), '')) or m."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid) offset 0));
create policy "hub_read_court" on public."duty_crime_record_restricted_history" for select to "hub_court", "hub_procuratorate" using (exists (select 1 from public."duty_crime_record_restricted" c where c."id" = "duty_crime_record_restricted_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "dishonesty_record_id", "violation_record_id", "title", "media_type", "bytes", "is_publishable") on public."attachment" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "dishonesty_record_id", "violation_record_id", "title", "media_type", "bytes", "is_publishable") on public."attachment_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "dishonesty_record_id", "violation_record_id", "title", "media_type", "bytes", "is_publishable") on public."attachment" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "dishonesty_record_id", "violation_record_id", "title", "media_type", "bytes", "is_publishable") on public."attachment_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."attachment" enable row level security, force row level security;
create policy "hub_owner" on public."attachment" to current_user using (true) with check (true);
alter table public."attachment_history" enable row level security, force row level security;
create policy "hub_owner" on public."attachment_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."attachment" for select to "hub_public", "hub_subject", "hub_auditor", "hub_operator" using ((((exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and (r0."disclosure_state" = 'PUBLISHED' and r0."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = r0."catalog_item_code" and dp."severity" = r0."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= (r0."document_date" + make_interval(months => dp."max_months"))::date)) offset 0) and (exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and r0."subject_kind" in ('ORGANIZATION') offset 0) or (exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and r1."published_at" <= hub_now() offset 0) offset 0) and exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and (r1."expires_on" is null or r1."expires_on" >= hub_today()) offset 0) offset 0)))) and "attachment"."is_publishable" in ('true')) or ((exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and (r0."disclosure_state" = 'PUBLISHED' and r0."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = r0."catalog_item_code" and dp."severity" = r0."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= (r0."document_date" + make_interval(months => dp."max_months"))::date)) offset 0) and (exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and r0."subject_kind" in ('ENTERPRISE', 'INSTITUTION') offset 0) or (exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and r1."published_at" <= hub_now() offset 0) offset 0) and exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and (r1."expires_on" is null or r1."expires_on" >= hub_today()) offset 0) offset 0)))) and "attachment"."is_publishable" in ('true'))));
create policy "hub_read_public" on public."attachment_history" for select to "hub_public", "hub_subject", "hub_auditor", "hub_operator" using (exists (select 1 from public."attachment" c where c."id" = "attachment_history"."id"));
create policy "hub_read_enterprise" on public."attachment" for select to "hub_enterprise" using (((((exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and (r0."disclosure_state" = 'PUBLISHED' and r0."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = r0."catalog_item_code" and dp."severity" = r0."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= (r0."document_date" + make_interval(months => dp."max_months"))::date)) offset 0) and (exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and r0."subject_kind" in ('ORGANIZATION') offset 0) or (exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and r1."published_at" <= hub_now() offset 0) offset 0) and exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and (r1."expires_on" is null or r1."expires_on" >= hub_today()) offset 0) offset 0)))) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and r0."subject_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0)) and "attachment"."is_publishable" in ('true')) or (((exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and (r0."disclosure_state" = 'PUBLISHED' and r0."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = r0."catalog_item_code" and dp."severity" = r0."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= (r0."document_date" + make_interval(months => dp."max_months"))::date)) offset 0) and (exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and r0."subject_kind" in ('ENTERPRISE', 'INSTITUTION') offset 0) or (exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and r1."published_at" <= hub_now() offset 0) offset 0) and exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and (r1."expires_on" is null or r1."expires_on" >= hub_today()) offset 0) offset 0)))) or exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and r0."subject_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0)) and "attachment"."is_publishable" in ('true'))));
create policy "hub_read_enterprise" on public."attachment_history" for select to "hub_enterprise" using (exists (select 1 from public."attachment" c where c."id" = "attachment_history"."id"));
create policy "hub_read_department" on public."attachment" for select to "hub_department", "hub_personnel", "hub_court", "hub_procuratorate", "hub_housing", "hub_investment", "hub_central_bank" using (((((exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and (r0."disclosure_state" = 'PUBLISHED' and r0."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = r0."catalog_item_code" and dp."severity" = r0."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= (r0."document_date" + make_interval(months => dp."max_months"))::date)) offset 0) and (exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and r0."subject_kind" in ('ORGANIZATION') offset 0) or (exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and r1."published_at" <= hub_now() offset 0) offset 0) and exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and (r1."expires_on" is null or r1."expires_on" >= hub_today()) offset 0) offset 0)))) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and r0."subject_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'DishonestyRecord' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0)) and "attachment"."is_publishable" in ('true')) or (((exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and (r0."disclosure_state" = 'PUBLISHED' and r0."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = r0."catalog_item_code" and dp."severity" = r0."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= (r0."document_date" + make_interval(months => dp."max_months"))::date)) offset 0) and (exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and r0."subject_kind" in ('ENTERPRISE', 'INSTITUTION') offset 0) or (exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and r1."published_at" <= hub_now() offset 0) offset 0) and exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and (r1."expires_on" is null or r1."expires_on" >= hub_today()) offset 0) offset 0)))) or exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and r0."subject_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'ViolationRecord' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0)) and "attachment"."is_publishable" in ('true'))));
create policy "hub_read_department" on public."attachment_history" for select to "hub_department", "hub_personnel", "hub_court", "hub_procuratorate", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."attachment" c where c."id" = "attachment_history"."id"));
create policy "hub_read_finance" on public."attachment" for select to "hub_finance", "hub_trading_centre" using (((((exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and (r0."disclosure_state" = 'PUBLISHED' and r0."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = r0."catalog_item_code" and dp."severity" = r0."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= (r0."document_date" + make_interval(months => dp."max_months"))::date)) offset 0) and (exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and r0."subject_kind" in ('ORGANIZATION') offset 0) or (exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and r1."published_at" <= hub_now() offset 0) offset 0) and exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and (r1."expires_on" is null or r1."expires_on" >= hub_today()) offset 0) offset 0)))) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and r0."subject_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'DishonestyRecord' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0)) and "attachment"."is_publishable" in ('true')) or (((exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and (r0."disclosure_state" = 'PUBLISHED' and r0."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = r0."catalog_item_code" and dp."severity" = r0."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= (r0."document_date" + make_interval(months => dp."max_months"))::date)) offset 0) and (exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and r0."subject_kind" in ('ENTERPRISE', 'INSTITUTION') offset 0) or (exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and r1."published_at" <= hub_now() offset 0) offset 0) and exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and (r1."expires_on" is null or r1."expires_on" >= hub_today()) offset 0) offset 0)))) or exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0) or exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and r0."subject_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'ViolationRecord' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0)) and ("attachment"."is_publishable" in ('true') or exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0)))));
create policy "hub_read_finance" on public."attachment_history" for select to "hub_finance", "hub_trading_centre" using (exists (select 1 from public."attachment" c where c."id" = "attachment_history"."id"));
create policy "hub_read_supervision" on public."attachment" for select to "hub_supervision" using (((((exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and (r0."disclosure_state" = 'PUBLISHED' and r0."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = r0."catalog_item_code" and dp."severity" = r0."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= (r0."document_date" + make_interval(months => dp."max_months"))::date)) offset 0) and (exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and r0."subject_kind" in ('ORGANIZATION') offset 0) or (exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and r1."published_at" <= hub_now() offset 0) offset 0) and exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and (r1."expires_on" is null or r1."expires_on" >= hub_today()) offset 0) offset 0)))) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and r0."subject_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'DishonestyRecord' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0)) and ("attachment"."is_publishable" in ('true') or exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0))) or (((exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and (r0."disclosure_state" = 'PUBLISHED' and r0."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = r0."catalog_item_code" and dp."severity" = r0."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= (r0."document_date" + make_interval(months => dp."max_months"))::date)) offset 0) and (exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and r0."subject_kind" in ('ENTERPRISE', 'INSTITUTION') offset 0) or (exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and r1."published_at" <= hub_now() offset 0) offset 0) and exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and (r1."expires_on" is null or r1."expires_on" >= hub_today()) offset 0) offset 0)))) or exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and r0."subject_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'ViolationRecord' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0)) and "attachment"."is_publishable" in ('true'))));
create policy "hub_read_supervision" on public."attachment_history" for select to "hub_supervision" using (exists (select 1 from public."attachment" c where c."id" = "attachment_history"."id"));
create policy "hub_read_creditLead" on public."attachment" for select to "hub_credit_lead" using (((((exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and (r0."disclosure_state" = 'PUBLISHED' and r0."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = r0."catalog_item_code" and dp."severity" = r0."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= (r0."document_date" + make_interval(months => dp."max_months"))::date)) offset 0) and (exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and r0."subject_kind" in ('ORGANIZATION') offset 0) or (exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and r1."published_at" <= hub_now() offset 0) offset 0) and exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and (r1."expires_on" is null or r1."expires_on" >= hub_today()) offset 0) offset 0)))) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and r0."subject_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'DishonestyRecord' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0)) and ("attachment"."is_publishable" in ('true') or exists (select 1 from "dishonesty_record" r0 where r0."id" = "attachment"."dishonesty_record_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0))) or (((exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and (r0."disclosure_state" = 'PUBLISHED' and r0."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = r0."catalog_item_code" and dp."severity" = r0."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= (r0."document_date" + make_interval(months => dp."max_months"))::date)) offset 0) and (exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and r0."subject_kind" in ('ENTERPRISE', 'INSTITUTION') offset 0) or (exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and r1."published_at" <= hub_now() offset 0) offset 0) and exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and exists (select 1 from "disclosure_basis" r1 where r1."id" = r0."disclosure_basis_id" and (r1."expires_on" is null or r1."expires_on" >= hub_today()) offset 0) offset 0)))) or exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0) or exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and r0."subject_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and exists (select 1 from "sharing_grant" g where g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid and g."purpose" = nullif(current_setting('hub.purpose', true), '') and g."state" = 'ACTIVE' and g."valid_from" <= hub_today() and g."valid_to" >= hub_today() and 'ViolationRecord' = any(g."items") and starts_with(r0."division_code", case when g."covers_whole_scope" then hub_jurisdiction(g."scope_division_code") else (select p."division_code" from "organization" p where p."id" = g."provider_id" and starts_with(p."division_code", hub_jurisdiction(g."scope_division_code"))) end)) offset 0)) and ("attachment"."is_publishable" in ('true') or exists (select 1 from "violation_record" r0 where r0."id" = "attachment"."violation_record_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0)))));
create policy "hub_read_creditLead" on public."attachment_history" for select to "hub_credit_lead" using (exists (select 1 from public."attachment" c where c."id" = "attachment_history"."id"));

grant select ("id", "recorded_at", "code", "kind", "name", "basis_citation", "applicable_severity", "applier", "target_kind", "effective_from", "effective_to") on public."measure" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "code", "kind", "name", "basis_citation", "applicable_severity", "applier", "target_kind", "effective_from", "effective_to") on public."measure_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter table public."measure_history" enable row level security, force row level security;
create policy "hub_owner" on public."measure_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."measure_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."measure" c where c."id" = "measure_history"."id"));

grant select ("id", "recorded_at", "sharing_grant_id", "event", "from_state", "to_state", "organization_id", "reason") on public."sharing_grant_step" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."sharing_grant_step" enable row level security, force row level security;
create policy "hub_owner" on public."sharing_grant_step" to current_user using (true) with check (true);
create policy "hub_read_department" on public."sharing_grant_step" for select to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using ((exists (select 1 from "sharing_grant" r0 where r0."id" = "sharing_grant_step"."sharing_grant_id" and r0."requester_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "sharing_grant" r0 where r0."id" = "sharing_grant_step"."sharing_grant_id" and r0."provider_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0)));
create policy "hub_read_creditLead" on public."sharing_grant_step" for select to "hub_credit_lead" using (true);

grant select ("id", "recorded_at", "sharing_grant_id", "clock", "version_code", "division_code", "started_on", "due_on", "met_on", "settlement") on public."sharing_grant_deadline" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "sharing_grant_id", "clock", "version_code", "division_code", "started_on", "due_on", "met_on", "settlement") on public."sharing_grant_deadline_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."sharing_grant_deadline" enable row level security, force row level security;
create policy "hub_owner" on public."sharing_grant_deadline" to current_user using (true) with check (true);
alter table public."sharing_grant_deadline_history" enable row level security, force row level security;
create policy "hub_owner" on public."sharing_grant_deadline_history" to current_user using (true) with check (true);
create policy "hub_read_department" on public."sharing_grant_deadline" for select to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using ((exists (select 1 from "sharing_grant" r0 where r0."id" = "sharing_grant_deadline"."sharing_grant_id" and r0."requester_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "sharing_grant" r0 where r0."id" = "sharing_grant_deadline"."sharing_grant_id" and r0."provider_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0)));
create policy "hub_read_department" on public."sharing_grant_deadline_history" for select to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."sharing_grant_deadline" c where c."id" = "sharing_grant_deadline_history"."id"));
create policy "hub_read_creditLead" on public."sharing_grant_deadline" for select to "hub_credit_lead" using (true);
create policy "hub_read_creditLead" on public."sharing_grant_deadline_history" for select to "hub_credit_lead" using (exists (select 1 from public."sharing_grant_deadline" c where c."id" = "sharing_grant_deadline_history"."id"));

grant select ("id", "recorded_at", "dishonesty_record_id", "event", "from_state", "to_state", "organization_id", "reason") on public."dishonesty_record_step" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."dishonesty_record_step" enable row level security, force row level security;
create policy "hub_owner" on public."dishonesty_record_step" to current_user using (true) with check (true);
create policy "hub_read_department" on public."dishonesty_record_step" for select to "hub_department", "hub_finance", "hub_personnel", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from "dishonesty_record" r0 where r0."id" = "dishonesty_record_step"."dishonesty_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0));
create policy "hub_read_supervision" on public."dishonesty_record_step" for select to "hub_supervision", "hub_credit_lead" using ((exists (select 1 from "dishonesty_record" r0 where r0."id" = "dishonesty_record_step"."dishonesty_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "dishonesty_record_step"."dishonesty_record_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0)));

grant select ("id", "recorded_at", "dishonesty_record_id", "clock", "version_code", "division_code", "started_on", "due_on", "met_on", "settlement") on public."dishonesty_record_deadline" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "dishonesty_record_id", "clock", "version_code", "division_code", "started_on", "due_on", "met_on", "settlement") on public."dishonesty_record_deadline_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."dishonesty_record_deadline" enable row level security, force row level security;
create policy "hub_owner" on public."dishonesty_record_deadline" to current_user using (true) with check (true);
alter table public."dishonesty_record_deadline_history" enable row level security, force row level security;
create policy "hub_owner" on public."dishonesty_record_deadline_history" to current_user using (true) with check (true);
create policy "hub_read_department" on public."dishonesty_record_deadline" for select to "hub_department", "hub_finance", "hub_personnel", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from "dishonesty_record" r0 where r0."id" = "dishonesty_record_deadline"."dishonesty_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0));
create policy "hub_read_department" on public."dishonesty_record_deadline_history" for select to "hub_department", "hub_finance", "hub_personnel", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."dishonesty_record_deadline" c where c."id" = "dishonesty_record_deadline_history"."id"));
create policy "hub_read_supervision" on public."dishonesty_record_deadline" for select to "hub_supervision", "hub_credit_lead" using ((exists (select 1 from "dishonesty_record" r0 where r0."id" = "dishonesty_record_deadline"."dishonesty_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "dishonesty_record" r0 where r0."id" = "dishonesty_record_deadline"."dishonesty_record_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0)));
create policy "hub_read_supervision" on public."dishonesty_record_deadline_history" for select to "hub_supervision", "hub_credit_lead" using (exists (select 1 from public."dishonesty_record_deadline" c where c."id" = "dishonesty_record_deadline_history"."id"));

grant select ("id", "recorded_at", "violation_record_id", "event", "from_state", "to_state", "organization_id", "reason") on public."violation_record_step" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."violation_record_step" enable row level security, force row level security;
create policy "hub_owner" on public."violation_record_step" to current_user using (true) with check (true);
create policy "hub_read_department" on public."violation_record_step" for select to "hub_department", "hub_personnel", "hub_supervision", "hub_court", "hub_procuratorate", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from "violation_record" r0 where r0."id" = "violation_record_step"."violation_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0));
create policy "hub_read_finance" on public."violation_record_step" for select to "hub_finance", "hub_credit_lead", "hub_trading_centre" using ((exists (select 1 from "violation_record" r0 where r0."id" = "violation_record_step"."violation_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "violation_record" r0 where r0."id" = "violation_record_step"."violation_record_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0)));

grant select ("id", "recorded_at", "violation_record_id", "clock", "version_code", "division_code", "started_on", "due_on", "met_on", "settlement") on public."violation_record_deadline" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "violation_record_id", "clock", "version_code", "division_code", "started_on", "due_on", "met_on", "settlement") on public."violation_record_deadline_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."violation_record_deadline" enable row level security, force row level security;
create policy "hub_owner" on public."violation_record_deadline" to current_user using (true) with check (true);
alter table public."violation_record_deadline_history" enable row level security, force row level security;
create policy "hub_owner" on public."violation_record_deadline_history" to current_user using (true) with check (true);
create policy "hub_read_department" on public."violation_record_deadline" for select to "hub_department", "hub_personnel", "hub_supervision", "hub_court", "hub_procuratorate", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from "violation_record" r0 where r0."id" = "violation_record_deadline"."violation_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0));
create policy "hub_read_department" on public."violation_record_deadline_history" for select to "hub_department", "hub_personnel", "hub_supervision", "hub_court", "hub_procuratorate", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."violation_record_deadline" c where c."id" = "violation_record_deadline_history"."id"));
create policy "hub_read_finance" on public."violation_record_deadline" for select to "hub_finance", "hub_credit_lead", "hub_trading_centre" using ((exists (select 1 from "violation_record" r0 where r0."id" = "violation_record_deadline"."violation_record_id" and r0."source_organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0) or exists (select 1 from "violation_record" r0 where r0."id" = "violation_record_deadline"."violation_record_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')) offset 0)));
create policy "hub_read_finance" on public."violation_record_deadline_history" for select to "hub_finance", "hub_credit_lead", "hub_trading_centre" using (exists (select 1 from public."violation_record_deadline" c where c."id" = "violation_record_deadline_history"."id"));

grant select ("id", "recorded_at", "citation", "title", "document_no", "article", "effective_from", "effective_to", "repealed_by", "summary") on public."legal_basis" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "citation", "title", "document_no", "article", "effective_from", "effective_to", "repealed_by", "summary") on public."legal_basis_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter table public."legal_basis_history" enable row level security, force row level security;
create policy "hub_owner" on public."legal_basis_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."legal_basis_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."legal_basis" c where c."id" = "legal_basis_history"."id"));

grant select ("id", "recorded_at", "code", "name", "category", "provider_name", "provider_code", "summary", "format", "disclosure_class", "sharing_condition", "sharing_method", "open_attribute", "update_cycle", "secrecy_attribute", "lowest_level", "published_on", "related_codes", "basis_citation", "type_name") on public."catalog_item" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "code", "name", "category", "provider_name", "provider_code", "summary", "format", "disclosure_class", "sharing_condition", "sharing_method", "open_attribute", "update_cycle", "secrecy_attribute", "lowest_level", "published_on", "related_codes", "basis_citation", "type_name") on public."catalog_item_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter table public."catalog_item_history" enable row level security, force row level security;
create policy "hub_owner" on public."catalog_item_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."catalog_item_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."catalog_item" c where c."id" = "catalog_item_history"."id"));

grant select ("id", "recorded_at", "version_code", "catalog_item_code", "severity", "is_displayed", "min_months", "max_months", "effective_from", "effective_to", "basis_citation", "confidence", "note") on public."display_period" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "version_code", "catalog_item_code", "severity", "is_displayed", "min_months", "max_months", "effective_from", "effective_to", "basis_citation", "confidence", "note") on public."display_period_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter table public."display_period_history" enable row level security, force row level security;
create policy "hub_owner" on public."display_period_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."display_period_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."display_period" c where c."id" = "display_period_history"."id"));

grant select ("id", "recorded_at", "day", "kind", "name", "basis_citation") on public."calendar_day" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "day", "kind", "name", "basis_citation") on public."calendar_day_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter table public."calendar_day_history" enable row level security, force row level security;
create policy "hub_owner" on public."calendar_day_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."calendar_day_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."calendar_day" c where c."id" = "calendar_day_history"."id"));

grant select ("id", "recorded_at", "version_code", "code", "name", "value", "unit", "effective_from", "effective_to", "basis_citation", "confidence", "note") on public."threshold" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "version_code", "code", "name", "value", "unit", "effective_from", "effective_to", "basis_citation", "confidence", "note") on public."threshold_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter table public."threshold_history" enable row level security, force row level security;
create policy "hub_owner" on public."threshold_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."threshold_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."threshold" c where c."id" = "threshold_history"."id"));

grant select ("id", "recorded_at", "code", "applies_to", "rule", "example", "effective_from", "effective_to", "basis_citation", "confidence", "note") on public."masking_rule" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "code", "applies_to", "rule", "example", "effective_from", "effective_to", "basis_citation", "confidence", "note") on public."masking_rule_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter table public."masking_rule_history" enable row level security, force row level security;
create policy "hub_owner" on public."masking_rule_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."masking_rule_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."masking_rule" c where c."id" = "masking_rule_history"."id"));

grant select ("id", "recorded_at", "change_no", "kind", "version_code", "catalog_item_code", "severity", "is_displayed", "min_months", "max_months", "threshold_code", "name", "value", "unit", "effective_from", "basis_citation", "confidence", "note", "division_code", "state", "proposed_on", "decided_on", "proposed_by_id") on public."policy_change" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "change_no", "kind", "version_code", "catalog_item_code", "severity", "is_displayed", "min_months", "max_months", "threshold_code", "name", "value", "unit", "effective_from", "basis_citation", "confidence", "note", "division_code", "state", "proposed_on", "decided_on", "proposed_by_id") on public."policy_change_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "change_no", "kind", "version_code", "catalog_item_code", "severity", "is_displayed", "min_months", "max_months", "threshold_code", "name", "value", "unit", "effective_from", "basis_citation", "confidence", "note", "division_code", "state", "proposed_on", "decided_on", "proposed_by_id", "decision_reason", "version") on public."policy_change" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "change_no", "kind", "version_code", "catalog_item_code", "severity", "is_displayed", "min_months", "max_months", "threshold_code", "name", "value", "unit", "effective_from", "basis_citation", "confidence", "note", "division_code", "state", "proposed_on", "decided_on", "proposed_by_id", "decision_reason", "version") on public."policy_change_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."policy_change" enable row level security, force row level security;
create policy "hub_owner" on public."policy_change" to current_user using (true) with check (true);
alter table public."policy_change_history" enable row level security, force row level security;
create policy "hub_owner" on public."policy_change_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."policy_change" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator" using ("policy_change"."state" in ('APPROVED'));
create policy "hub_read_public" on public."policy_change_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator" using (exists (select 1 from public."policy_change" c where c."id" = "policy_change_history"."id"));
create policy "hub_read_department" on public."policy_change" for select to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (("policy_change"."state" in ('APPROVED') or "policy_change"."proposed_by_id" = nullif(current_setting('hub.body', true), '')::uuid));
create policy "hub_read_department" on public."policy_change_history" for select to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."policy_change" c where c."id" = "policy_change_history"."id"));
create policy "hub_read_creditLead" on public."policy_change" for select to "hub_credit_lead" using (true);
create policy "hub_read_creditLead" on public."policy_change_history" for select to "hub_credit_lead" using (exists (select 1 from public."policy_change" c where c."id" = "policy_change_history"."id"));

grant select ("id", "recorded_at", "coordinate", "type_name", "field_name", "data_type", "disclosure_class", "to_subject", "basis_citation", "filterable", "audited", "row_rule", "description") on public."field_policy" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "coordinate", "type_name", "field_name", "data_type", "disclosure_class", "to_subject", "basis_citation", "filterable", "audited", "row_rule", "description") on public."field_policy_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter table public."field_policy_history" enable row level security, force row level security;
create policy "hub_owner" on public."field_policy_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."field_policy_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."field_policy" c where c."id" = "field_policy_history"."id"));

grant select ("id", "recorded_at", "regulation_no", "title", "doc_no", "level", "tags", "issuing_body_name", "drafting_body_id", "division_code", "state", "summary", "text_url", "consultation_from", "consultation_to", "consultation_reason", "adopted_on", "effective_from", "amended_on", "amended_by", "effective_to", "repealed_by") on public."regulation" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "regulation_no", "title", "doc_no", "level", "tags", "issuing_body_name", "drafting_body_id", "division_code", "state", "summary", "text_url", "consultation_from", "consultation_to", "consultation_reason", "adopted_on", "effective_from", "amended_on", "amended_by", "effective_to", "repealed_by") on public."regulation_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "regulation_no", "title", "doc_no", "level", "tags", "issuing_body_name", "drafting_body_id", "division_code", "state", "summary", "text_url", "consultation_from", "consultation_to", "consultation_reason", "adopted_on", "effective_from", "amended_on", "amended_by", "effective_to", "repealed_by", "version") on public."regulation" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "regulation_no", "title", "doc_no", "level", "tags", "issuing_body_name", "drafting_body_id", "division_code", "state", "summary", "text_url", "consultation_from", "consultation_to", "consultation_reason", "adopted_on", "effective_from", "amended_on", "amended_by", "effective_to", "repealed_by", "version") on public."regulation_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."regulation" enable row level security, force row level security;
create policy "hub_owner" on public."regulation" to current_user using (true) with check (true);
alter table public."regulation_history" enable row level security, force row level security;
create policy "hub_owner" on public."regulation_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."regulation" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator" using ("regulation"."state" in ('CONSULTATION', 'ADOPTED', 'IN_FORCE', 'AMENDED', 'REPEALED'));
create policy "hub_read_public" on public."regulation_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator" using (exists (select 1 from public."regulation" c where c."id" = "regulation_history"."id"));
create policy "hub_read_department" on public."regulation" for select to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (("regulation"."state" in ('CONSULTATION', 'ADOPTED', 'IN_FORCE', 'AMENDED', 'REPEALED') or "regulation"."drafting_body_id" = nullif(current_setting('hub.body', true), '')::uuid));
create policy "hub_read_department" on public."regulation_history" for select to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."regulation" c where c."id" = "regulation_history"."id"));
create policy "hub_read_creditLead" on public."regulation" for select to "hub_credit_lead" using (("regulation"."state" in ('CONSULTATION', 'ADOPTED', 'IN_FORCE', 'AMENDED', 'REPEALED') or "regulation"."drafting_body_id" = nullif(current_setting('hub.body', true), '')::uuid or starts_with("regulation"."division_code", nullif(current_setting('hub.jurisdiction', true), ''))));
create policy "hub_read_creditLead" on public."regulation_history" for select to "hub_credit_lead" using (exists (select 1 from public."regulation" c where c."id" = "regulation_history"."id"));

grant select ("id", "recorded_at", "request_no", "official_id", "managing_organization_id", "kind", "about_type", "about_row", "statement", "state", "submitted_on", "accept_by", "answer_by", "accepted_on", "decided_on", "outcome", "answer", "refusal_reason", "basis_citation", "version") on public."subject_request" to "hub_subject", "hub_personnel";
grant select ("id", "recorded_at", "request_no", "official_id", "managing_organization_id", "kind", "about_type", "about_row", "statement", "state", "submitted_on", "accept_by", "answer_by", "accepted_on", "decided_on", "outcome", "answer", "refusal_reason", "basis_citation", "version") on public."subject_request_history" to "hub_subject", "hub_personnel";
alter table public."subject_request" enable row level security, force row level security;
create policy "hub_owner" on public."subject_request" to current_user using (true) with check (true);
alter table public."subject_request_history" enable row level security, force row level security;
create policy "hub_owner" on public."subject_request_history" to current_user using (true) with check (true);
create policy "hub_read_subject" on public."subject_request" for select to "hub_subject" using ("subject_request"."official_id" = nullif(current_setting('hub.subject', true), '')::uuid);
create policy "hub_read_subject" on public."subject_request_history" for select to "hub_subject" using (exists (select 1 from public."subject_request" c where c."id" = "subject_request_history"."id"));
create policy "hub_read_personnel" on public."subject_request" for select to "hub_personnel" using ("subject_request"."managing_organization_id" = nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_read_personnel" on public."subject_request_history" for select to "hub_personnel" using (exists (select 1 from public."subject_request" c where c."id" = "subject_request_history"."id"));

grant select ("id", "recorded_at", "assessment_no", "assessing_body_id", "division_code", "title", "occasion", "assessed_types", "legality", "risks", "measures", "conclusion", "state", "submitted_on", "approved_on", "decision_reason", "kept_until", "version") on public."privacy_impact_assessment" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "assessment_no", "assessing_body_id", "division_code", "title", "occasion", "assessed_types", "legality", "risks", "measures", "conclusion", "state", "submitted_on", "approved_on", "decision_reason", "kept_until", "version") on public."privacy_impact_assessment_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."privacy_impact_assessment" enable row level security, force row level security;
create policy "hub_owner" on public."privacy_impact_assessment" to current_user using (true) with check (true);
alter table public."privacy_impact_assessment_history" enable row level security, force row level security;
create policy "hub_owner" on public."privacy_impact_assessment_history" to current_user using (true) with check (true);
create policy "hub_read_department" on public."privacy_impact_assessment" for select to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using ("privacy_impact_assessment"."assessing_body_id" = nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_read_department" on public."privacy_impact_assessment_history" for select to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."privacy_impact_assessment" c where c."id" = "privacy_impact_assessment_history"."id"));
create policy "hub_read_creditLead" on public."privacy_impact_assessment" for select to "hub_credit_lead" using (("privacy_impact_assessment"."assessing_body_id" = nullif(current_setting('hub.body', true), '')::uuid or starts_with("privacy_impact_assessment"."division_code", nullif(current_setting('hub.jurisdiction', true), ''))));
create policy "hub_read_creditLead" on public."privacy_impact_assessment_history" for select to "hub_credit_lead" using (exists (select 1 from public."privacy_impact_assessment" c where c."id" = "privacy_impact_assessment_history"."id"));

grant select ("id", "recorded_at", "incident_no", "organization_id", "division_code", "kind", "found_on", "description", "data_categories", "persons_affected", "state", "cause", "measures", "contained_on", "authority_notified_on", "notify_by", "persons_notified_on", "not_notified_reason", "closed_on", "lesson", "version") on public."security_incident" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_operator";
grant select ("id", "recorded_at", "incident_no", "organization_id", "division_code", "kind", "found_on", "description", "data_categories", "persons_affected", "state", "cause", "measures", "contained_on", "authority_notified_on", "notify_by", "persons_notified_on", "not_notified_reason", "closed_on", "lesson", "version") on public."security_incident_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_operator";
alter table public."security_incident" enable row level security, force row level security;
create policy "hub_owner" on public."security_incident" to current_user using (true) with check (true);
alter table public."security_incident_history" enable row level security, force row level security;
create policy "hub_owner" on public."security_incident_history" to current_user using (true) with check (true);
create policy "hub_read_department" on public."security_incident" for select to "hub_department", "hub_finance", "hub_personnel", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using ("security_incident"."organization_id" = nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_read_department" on public."security_incident_history" for select to "hub_department", "hub_finance", "hub_personnel", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."security_incident" c where c."id" = "security_incident_history"."id"));
create policy "hub_read_supervision" on public."security_incident" for select to "hub_supervision", "hub_credit_lead" using (("security_incident"."organization_id" = nullif(current_setting('hub.body', true), '')::uuid or starts_with("security_incident"."division_code", nullif(current_setting('hub.jurisdiction', true), ''))));
create policy "hub_read_supervision" on public."security_incident_history" for select to "hub_supervision", "hub_credit_lead" using (exists (select 1 from public."security_incident" c where c."id" = "security_incident_history"."id"));
create policy "hub_read_operator" on public."security_incident" for select to "hub_operator" using (true);
create policy "hub_read_operator" on public."security_incident_history" for select to "hub_operator" using (exists (select 1 from public."security_incident" c where c."id" = "security_incident_history"."id"));

grant select ("id", "recorded_at", "version_code", "code", "name", "type_name", "counts_from", "counts_from_field", "period", "unit", "at_end", "basis_citation", "confidence", "effective_from", "effective_to", "note") on public."retention_rule" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "version_code", "code", "name", "type_name", "counts_from", "counts_from_field", "period", "unit", "at_end", "basis_citation", "confidence", "effective_from", "effective_to", "note") on public."retention_rule_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter table public."retention_rule_history" enable row level security, force row level security;
create policy "hub_owner" on public."retention_rule_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."retention_rule_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."retention_rule" c where c."id" = "retention_rule_history"."id"));

grant select ("id", "recorded_at", "rule_version_code", "type_name", "due_count", "done_count", "held_back_count") on public."retention_run" to "hub_auditor", "hub_operator";
alter table public."retention_run" enable row level security, force row level security;
create policy "hub_owner" on public."retention_run" to current_user using (true) with check (true);
create policy "hub_read_auditor" on public."retention_run" for select to "hub_auditor", "hub_operator" using (true);

grant select ("id", "recorded_at", "client_id", "name", "organization_id", "audience", "jurisdiction_code", "state", "state_reason", "may_hide", "contact", "version") on public."client" to "hub_enterprise", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_operator";
grant select ("id", "recorded_at", "client_id", "name", "organization_id", "audience", "jurisdiction_code", "state", "state_reason", "may_hide", "contact", "version") on public."client_history" to "hub_enterprise", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_operator";
alter table public."client" enable row level security, force row level security;
create policy "hub_owner" on public."client" to current_user using (true) with check (true);
alter table public."client_history" enable row level security, force row level security;
create policy "hub_owner" on public."client_history" to current_user using (true) with check (true);
create policy "hub_read_enterprise" on public."client" for select to "hub_enterprise", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using ("client"."organization_id" = nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_read_enterprise" on public."client_history" for select to "hub_enterprise", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."client" c where c."id" = "client_history"."id"));
create policy "hub_read_operator" on public."client" for select to "hub_operator" using (true);
create policy "hub_read_operator" on public."client_history" for select to "hub_operator" using (exists (select 1 from public."client" c where c."id" = "client_history"."id"));

grant select ("id", "recorded_at", "client_row_id", "kind", "label", "networks", "expires_at", "revoked_at") on public."client_credential" to "hub_enterprise", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_operator";
grant select ("id", "recorded_at", "client_row_id", "kind", "label", "networks", "expires_at", "revoked_at") on public."client_credential_history" to "hub_enterprise", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_operator";
alter table public."client_credential" enable row level security, force row level security;
create policy "hub_owner" on public."client_credential" to current_user using (true) with check (true);
alter table public."client_credential_history" enable row level security, force row level security;
create policy "hub_owner" on public."client_credential_history" to current_user using (true) with check (true);
create policy "hub_read_enterprise" on public."client_credential" for select to "hub_enterprise", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from "client" r0 where r0."id" = "client_credential"."client_row_id" and r0."organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0));
create policy "hub_read_enterprise" on public."client_credential_history" for select to "hub_enterprise", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."client_credential" c where c."id" = "client_credential_history"."id"));
create policy "hub_read_operator" on public."client_credential" for select to "hub_operator" using (true);
create policy "hub_read_operator" on public."client_credential_history" for select to "hub_operator" using (exists (select 1 from public."client_credential" c where c."id" = "client_credential_history"."id"));

grant select ("id", "recorded_at", "grant_no", "requester_id", "provider_id", "items", "basis_citation", "state", "requested_on", "decided_on", "valid_from", "valid_to") on public."sharing_grant" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "grant_no", "requester_id", "provider_id", "items", "basis_citation", "state", "requested_on", "decided_on", "valid_from", "valid_to") on public."sharing_grant_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "grant_no", "requester_id", "provider_id", "items", "basis_citation", "state", "requested_on", "decided_on", "valid_from", "valid_to", "fields", "purpose", "purpose_note", "scope_division_code", "covers_whole_scope", "daily_quota", "decision_reason", "version") on public."sharing_grant" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "grant_no", "requester_id", "provider_id", "items", "basis_citation", "state", "requested_on", "decided_on", "valid_from", "valid_to", "fields", "purpose", "purpose_note", "scope_division_code", "covers_whole_scope", "daily_quota", "decision_reason", "version") on public."sharing_grant_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."sharing_grant_history" enable row level security, force row level security;
create policy "hub_owner" on public."sharing_grant_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."sharing_grant_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."sharing_grant" c where c."id" = "sharing_grant_history"."id"));

grant select ("id", "recorded_at", "receipt_no", "organization_id", "client_id", "audience", "dataset", "format", "encoding", "byte_count", "file_digest", "state", "state_reason", "phase", "progress", "rows_read", "rows_taken", "rows_faulty", "rows_inserted", "rows_updated", "rows_unchanged", "received_at", "finished_at", "version") on public."delivery" to "hub_enterprise", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_operator";
grant select ("id", "recorded_at", "receipt_no", "organization_id", "client_id", "audience", "dataset", "format", "encoding", "byte_count", "file_digest", "state", "state_reason", "phase", "progress", "rows_read", "rows_taken", "rows_faulty", "rows_inserted", "rows_updated", "rows_unchanged", "received_at", "finished_at", "version") on public."delivery_history" to "hub_enterprise", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_operator";
alter table public."delivery" enable row level security, force row level security;
create policy "hub_owner" on public."delivery" to current_user using (true) with check (true);
alter table public."delivery_history" enable row level security, force row level security;
create policy "hub_owner" on public."delivery_history" to current_user using (true) with check (true);
create policy "hub_read_enterprise" on public."delivery" for select to "hub_enterprise", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using ("delivery"."organization_id" = nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_read_enterprise" on public."delivery_history" for select to "hub_enterprise", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."delivery" c where c."id" = "delivery_history"."id"));
create policy "hub_read_operator" on public."delivery" for select to "hub_operator" using (true);
create policy "hub_read_operator" on public."delivery_history" for select to "hub_operator" using (exists (select 1 from public."delivery" c where c."id" = "delivery_history"."id"));

grant select ("id", "recorded_at", "delivery_id", "row", "column", "code", "detail") on public."delivery_fault" to "hub_enterprise", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_operator";
alter table public."delivery_fault" enable row level security, force row level security;
create policy "hub_owner" on public."delivery_fault" to current_user using (true) with check (true);
create policy "hub_read_enterprise" on public."delivery_fault" for select to "hub_enterprise", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from "delivery" r0 where r0."id" = "delivery_fault"."delivery_id" and r0."organization_id" = nullif(current_setting('hub.body', true), '')::uuid offset 0));
create policy "hub_read_operator" on public."delivery_fault" for select to "hub_operator" using (true);

grant select ("id", "recorded_at", "request_id", "client_id", "audience", "organization_id", "purpose", "case_no", "operation_name", "coordinates", "refused_coordinates", "grant_nos", "outcome", "record_count", "subject_count", "hidden") on public."access_event" to "hub_auditor";
alter table public."access_event" enable row level security, force row level security;
create policy "hub_owner" on public."access_event" to current_user using (true) with check (true);
create policy "hub_read_auditor" on public."access_event" for select to "hub_auditor" using (true);

grant select ("id", "recorded_at", "audience", "organization_id", "purpose", "coordinates", "hidden", "official_id") on public."access_log_entry" to "hub_subject";
grant select ("id", "recorded_at", "access_event_id", "subject_pseudonym", "audience", "organization_id", "purpose", "coordinates", "hidden") on public."access_log_entry" to "hub_auditor";
alter table public."access_log_entry" enable row level security, force row level security;
create policy "hub_owner" on public."access_log_entry" to current_user using (true) with check (true);
create policy "hub_read_subject" on public."access_log_entry" for select to "hub_subject" using (("access_log_entry"."official_id" = nullif(current_setting('hub.subject', true), '')::uuid and "access_log_entry"."hidden" in ('false')));
create policy "hub_read_auditor" on public."access_log_entry" for select to "hub_auditor" using (true);

grant select ("id", "recorded_at", "day", "commitment", "published_at") on public."access_log_head" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";

grant execute on function public.pgp_sym_decrypt(bytea, text) to "hub_subject", "hub_personnel", "hub_supervision", "hub_court", "hub_procuratorate";

-- The search's entries hold what is public and nothing else; every statement that reads one looks at its row as well.
do $$
declare
  noting record;
begin
  for noting in select tgname, tgrelid::regclass as on_table from pg_trigger where not tgisinternal and tgname in ('search_insert', 'search_update', 'search_delete') loop
    execute format('drop trigger %I on %s', noting.tgname, noting.on_table);
  end loop;
end $$;
create or replace function public.note_for_search() returns trigger language plpgsql as $$
begin
  insert into public.search_pending (type, id) select tg_argv[0], id from changed;
  return null;
end $$;
create trigger "search_insert" after insert on public."organization" referencing new table as changed for each statement execute function public.note_for_search('ORGANIZATION');
create trigger "search_update" after update on public."organization" referencing new table as changed for each statement execute function public.note_for_search('ORGANIZATION');
create trigger "search_delete" after delete on public."organization" referencing old table as changed for each statement execute function public.note_for_search('ORGANIZATION');
create trigger "search_insert" after insert on public."administrative_division" referencing new table as changed for each statement execute function public.note_for_search('ADMINISTRATIVE_DIVISION');
create trigger "search_update" after update on public."administrative_division" referencing new table as changed for each statement execute function public.note_for_search('ADMINISTRATIVE_DIVISION');
create trigger "search_delete" after delete on public."administrative_division" referencing old table as changed for each statement execute function public.note_for_search('ADMINISTRATIVE_DIVISION');
create trigger "search_insert" after insert on public."former_identity" referencing new table as changed for each statement execute function public.note_for_search('FORMER_IDENTITY');
create trigger "search_update" after update on public."former_identity" referencing new table as changed for each statement execute function public.note_for_search('FORMER_IDENTITY');
create trigger "search_delete" after delete on public."former_identity" referencing old table as changed for each statement execute function public.note_for_search('FORMER_IDENTITY');
create trigger "search_insert" after insert on public."project" referencing new table as changed for each statement execute function public.note_for_search('PROJECT');
create trigger "search_update" after update on public."project" referencing new table as changed for each statement execute function public.note_for_search('PROJECT');
create trigger "search_delete" after delete on public."project" referencing old table as changed for each statement execute function public.note_for_search('PROJECT');
create trigger "search_insert" after insert on public."tender" referencing new table as changed for each statement execute function public.note_for_search('TENDER');
create trigger "search_update" after update on public."tender" referencing new table as changed for each statement execute function public.note_for_search('TENDER');
create trigger "search_delete" after delete on public."tender" referencing old table as changed for each statement execute function public.note_for_search('TENDER');
create trigger "search_insert" after insert on public."notice" referencing new table as changed for each statement execute function public.note_for_search('NOTICE');
create trigger "search_update" after update on public."notice" referencing new table as changed for each statement execute function public.note_for_search('NOTICE');
create trigger "search_delete" after delete on public."notice" referencing old table as changed for each statement execute function public.note_for_search('NOTICE');
create trigger "search_insert" after insert on public."contract" referencing new table as changed for each statement execute function public.note_for_search('CONTRACT');
create trigger "search_update" after update on public."contract" referencing new table as changed for each statement execute function public.note_for_search('CONTRACT');
create trigger "search_delete" after delete on public."contract" referencing old table as changed for each statement execute function public.note_for_search('CONTRACT');
create trigger "search_insert" after insert on public."dishonesty_record" referencing new table as changed for each statement execute function public.note_for_search('DISHONESTY_RECORD');
create trigger "search_update" after update on public."dishonesty_record" referencing new table as changed for each statement execute function public.note_for_search('DISHONESTY_RECORD');
create trigger "search_delete" after delete on public."dishonesty_record" referencing old table as changed for each statement execute function public.note_for_search('DISHONESTY_RECORD');
create trigger "search_insert" after insert on public."violation_record" referencing new table as changed for each statement execute function public.note_for_search('VIOLATION_RECORD');
create trigger "search_update" after update on public."violation_record" referencing new table as changed for each statement execute function public.note_for_search('VIOLATION_RECORD');
create trigger "search_delete" after delete on public."violation_record" referencing old table as changed for each statement execute function public.note_for_search('VIOLATION_RECORD');
create trigger "search_insert" after insert on public."measure" referencing new table as changed for each statement execute function public.note_for_search('MEASURE');
create trigger "search_update" after update on public."measure" referencing new table as changed for each statement execute function public.note_for_search('MEASURE');
create trigger "search_delete" after delete on public."measure" referencing old table as changed for each statement execute function public.note_for_search('MEASURE');
create trigger "search_insert" after insert on public."legal_basis" referencing new table as changed for each statement execute function public.note_for_search('LEGAL_BASIS');
create trigger "search_update" after update on public."legal_basis" referencing new table as changed for each statement execute function public.note_for_search('LEGAL_BASIS');
create trigger "search_delete" after delete on public."legal_basis" referencing old table as changed for each statement execute function public.note_for_search('LEGAL_BASIS');
create trigger "search_insert" after insert on public."catalog_item" referencing new table as changed for each statement execute function public.note_for_search('CATALOG_ITEM');
create trigger "search_update" after update on public."catalog_item" referencing new table as changed for each statement execute function public.note_for_search('CATALOG_ITEM');
create trigger "search_delete" after delete on public."catalog_item" referencing old table as changed for each statement execute function public.note_for_search('CATALOG_ITEM');
create trigger "search_insert" after insert on public."regulation" referencing new table as changed for each statement execute function public.note_for_search('REGULATION');
create trigger "search_update" after update on public."regulation" referencing new table as changed for each statement execute function public.note_for_search('REGULATION');
create trigger "search_delete" after delete on public."regulation" referencing old table as changed for each statement execute function public.note_for_search('REGULATION');
grant select ("type", "id", "title", "also", "name", "size", "codes", "pinyin", "initials", "grams", "form") on public.search_entry to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator", "hub_service";
-- What workflows change is noted as well.
grant insert ("type", "id") on public.search_pending to hub_service;

-- The access log: whoever asks with a token adds to it, in its own name, and can neither read, change nor delete what it has added.
grant insert ("id", "request_id", "client_id", "audience", "organization_id", "purpose", "case_no", "operation_name", "coordinates", "refused_coordinates", "grant_nos", "outcome", "record_count", "subject_count", "hidden", "note", "salt") on public."access_event" to "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
create policy "hub_log_enterprise" on public."access_event" for insert to "hub_enterprise" with check ("audience" = 'ENTERPRISE' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_subject" on public."access_event" for insert to "hub_subject" with check ("audience" = 'SUBJECT' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_department" on public."access_event" for insert to "hub_department" with check ("audience" = 'DEPARTMENT' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_finance" on public."access_event" for insert to "hub_finance" with check ("audience" = 'FINANCE' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_personnel" on public."access_event" for insert to "hub_personnel" with check ("audience" = 'PERSONNEL' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_supervision" on public."access_event" for insert to "hub_supervision" with check ("audience" = 'SUPERVISION' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_creditLead" on public."access_event" for insert to "hub_credit_lead" with check ("audience" = 'CREDIT_LEAD' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_court" on public."access_event" for insert to "hub_court" with check ("audience" = 'COURT' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_procuratorate" on public."access_event" for insert to "hub_procuratorate" with check ("audience" = 'PROCURATORATE' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_tradingCentre" on public."access_event" for insert to "hub_trading_centre" with check ("audience" = 'TRADING_CENTRE' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_housing" on public."access_event" for insert to "hub_housing" with check ("audience" = 'HOUSING' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_investment" on public."access_event" for insert to "hub_investment" with check ("audience" = 'INVESTMENT' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_centralBank" on public."access_event" for insert to "hub_central_bank" with check ("audience" = 'CENTRAL_BANK' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_auditor" on public."access_event" for insert to "hub_auditor" with check ("audience" = 'AUDITOR' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_operator" on public."access_event" for insert to "hub_operator" with check ("audience" = 'OPERATOR' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
grant insert ("id", "access_event_id", "subject_pseudonym", "audience", "organization_id", "purpose", "coordinates", "hidden", "official_id") on public."access_log_entry" to "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
create policy "hub_log_enterprise" on public."access_log_entry" for insert to "hub_enterprise" with check ("audience" = 'ENTERPRISE' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_subject" on public."access_log_entry" for insert to "hub_subject" with check ("audience" = 'SUBJECT' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_department" on public."access_log_entry" for insert to "hub_department" with check ("audience" = 'DEPARTMENT' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_finance" on public."access_log_entry" for insert to "hub_finance" with check ("audience" = 'FINANCE' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_personnel" on public."access_log_entry" for insert to "hub_personnel" with check ("audience" = 'PERSONNEL' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_supervision" on public."access_log_entry" for insert to "hub_supervision" with check ("audience" = 'SUPERVISION' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_creditLead" on public."access_log_entry" for insert to "hub_credit_lead" with check ("audience" = 'CREDIT_LEAD' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_court" on public."access_log_entry" for insert to "hub_court" with check ("audience" = 'COURT' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_procuratorate" on public."access_log_entry" for insert to "hub_procuratorate" with check ("audience" = 'PROCURATORATE' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_tradingCentre" on public."access_log_entry" for insert to "hub_trading_centre" with check ("audience" = 'TRADING_CENTRE' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_housing" on public."access_log_entry" for insert to "hub_housing" with check ("audience" = 'HOUSING' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_investment" on public."access_log_entry" for insert to "hub_investment" with check ("audience" = 'INVESTMENT' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_centralBank" on public."access_log_entry" for insert to "hub_central_bank" with check ("audience" = 'CENTRAL_BANK' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_auditor" on public."access_log_entry" for insert to "hub_auditor" with check ("audience" = 'AUDITOR' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_log_operator" on public."access_log_entry" for insert to "hub_operator" with check ("audience" = 'OPERATOR' and "organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid);
grant insert ("event_id") on public.access_pending to "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant execute on function public.hmac(text, text, text) to "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
-- Counters of sharing grants: a body counts its own questions, upwards only.
create or replace function public.hub_count_up() returns trigger language plpgsql as $$
begin
  if new."grant_id" <> old."grant_id" or new."day" <> old."day" or new."used" <= old."used" then
    raise exception 'A counter only grows.' using errcode = '42501';
  end if;
  return new;
end $$;
create or replace trigger "grant_use_counts_up" before update on public."grant_use" for each row execute function public.hub_count_up();
alter table public.grant_use enable row level security, force row level security;
drop policy if exists "hub_owner" on public.grant_use;
drop policy if exists "hub_count" on public.grant_use;
create policy "hub_owner" on public.grant_use to current_user using (true) with check (true);
create policy "hub_count" on public.grant_use to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from "sharing_grant" g where g."id" = "grant_id" and g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid));
grant select ("grant_id", "day", "used"), insert ("grant_id", "day", "used"), update ("used") on public.grant_use to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_procuratorate", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
-- The hub's own role.
grant select, insert, update on public."dishonesty_record" to hub_service;
grant insert on public."dishonesty_record_history" to hub_service;
create policy "hub_service" on public."dishonesty_record" to hub_service using (true) with check (true);
create policy "hub_service" on public."dishonesty_record_history" for insert to hub_service with check (true);
grant select, insert, update on public."violation_record" to hub_service;
grant insert on public."violation_record_history" to hub_service;
create policy "hub_service" on public."violation_record" to hub_service using (true) with check (true);
create policy "hub_service" on public."violation_record_history" for insert to hub_service with check (true);
grant select, insert, update on public."disclosure_basis" to hub_service;
grant insert on public."disclosure_basis_history" to hub_service;
create policy "hub_service" on public."disclosure_basis" to hub_service using (true) with check (true);
create policy "hub_service" on public."disclosure_basis_history" for insert to hub_service with check (true);
grant select, insert on public."disclosure_notice" to hub_service;
grant select, insert, update on public."publication_channel" to hub_service;
grant insert on public."publication_channel_history" to hub_service;
create policy "hub_service" on public."publication_channel" to hub_service using (true) with check (true);
create policy "hub_service" on public."publication_channel_history" for insert to hub_service with check (true);
grant select, insert on public."sharing_grant_step" to hub_service;
create policy "hub_service" on public."sharing_grant_step" to hub_service using (true) with check (true);
grant select, insert, update on public."sharing_grant_deadline" to hub_service;
grant insert on public."sharing_grant_deadline_history" to hub_service;
create policy "hub_service" on public."sharing_grant_deadline" to hub_service using (true) with check (true);
create policy "hub_service" on public."sharing_grant_deadline_history" for insert to hub_service with check (true);
grant select, insert on public."dishonesty_record_step" to hub_service;
create policy "hub_service" on public."dishonesty_record_step" to hub_service using (true) with check (true);
grant select, insert, update on public."dishonesty_record_deadline" to hub_service;
grant insert on public."dishonesty_record_deadline_history" to hub_service;
create policy "hub_service" on public."dishonesty_record_deadline" to hub_service using (true) with check (true);
create policy "hub_service" on public."dishonesty_record_deadline_history" for insert to hub_service with check (true);
grant select, insert on public."violation_record_step" to hub_service;
create policy "hub_service" on public."violation_record_step" to hub_service using (true) with check (true);
grant select, insert, update on public."violation_record_deadline" to hub_service;
grant insert on public."violation_record_deadline_history" to hub_service;
create policy "hub_service" on public."violation_record_deadline" to hub_service using (true) with check (true);
create policy "hub_service" on public."violation_record_deadline_history" for insert to hub_service with check (true);
grant select, insert, update on public."display_period" to hub_service;
grant insert on public."display_period_history" to hub_service;
create policy "hub_service" on public."display_period_history" for insert to hub_service with check (true);
grant select, insert, update on public."threshold" to hub_service;
grant insert on public."threshold_history" to hub_service;
create policy "hub_service" on public."threshold_history" for insert to hub_service with check (true);
grant select, insert, update on public."policy_change" to hub_service;
grant insert on public."policy_change_history" to hub_service;
create policy "hub_service" on public."policy_change" to hub_service using (true) with check (true);
create policy "hub_service" on public."policy_change_history" for insert to hub_service with check (true);
grant select, insert, update on public."regulation" to hub_service;
grant insert on public."regulation_history" to hub_service;
create policy "hub_service" on public."regulation" to hub_service using (true) with check (true);
create policy "hub_service" on public."regulation_history" for insert to hub_service with check (true);
grant select, insert, update on public."subject_request" to hub_service;
grant insert on public."subject_request_history" to hub_service;
create policy "hub_service" on public."subject_request" to hub_service using (true) with check (true);
create policy "hub_service" on public."subject_request_history" for insert to hub_service with check (true);
grant select, insert, update on public."privacy_impact_assessment" to hub_service;
grant insert on public."privacy_impact_assessment_history" to hub_service;
create policy "hub_service" on public."privacy_impact_assessment" to hub_service using (true) with check (true);
create policy "hub_service" on public."privacy_impact_assessment_history" for insert to hub_service with check (true);
grant select, insert, update on public."security_incident" to hub_service;
grant insert on public."security_incident_history" to hub_service;
create policy "hub_service" on public."security_incident" to hub_service using (true) with check (true);
create policy "hub_service" on public."security_incident_history" for insert to hub_service with check (true);
grant select, insert, update on public."client" to hub_service;
grant insert on public."client_history" to hub_service;
create policy "hub_service" on public."client" to hub_service using (true) with check (true);
create policy "hub_service" on public."client_history" for insert to hub_service with check (true);
grant select, insert, update on public."client_credential" to hub_service;
grant insert on public."client_credential_history" to hub_service;
create policy "hub_service" on public."client_credential" to hub_service using (true) with check (true);
create policy "hub_service" on public."client_credential_history" for insert to hub_service with check (true);
grant select, insert, update on public."sharing_grant" to hub_service;
grant insert on public."sharing_grant_history" to hub_service;
create policy "hub_service" on public."sharing_grant_history" for insert to hub_service with check (true);
grant select, insert, update on public."delivery" to hub_service;
grant insert on public."delivery_history" to hub_service;
create policy "hub_service" on public."delivery" to hub_service using (true) with check (true);
create policy "hub_service" on public."delivery_history" for insert to hub_service with check (true);
grant select ("id"), update ("title", "subject_name", "subject_organization_id", "fact_summary", "document_no", "annulment_document_no", "subject_post", "loss_amount", "stop_reason") on public."dishonesty_record_history" to hub_service;
create policy "hub_service_select" on public."dishonesty_record_history" for select to hub_service using (true);
create policy "hub_service_update" on public."dishonesty_record_history" for update to hub_service using (true);
grant select ("id"), delete on public."dishonesty_record_conditional" to hub_service;
create policy "hub_service_select" on public."dishonesty_record_conditional" for select to hub_service using (true);
create policy "hub_service_delete" on public."dishonesty_record_conditional" for delete to hub_service using (true);
grant select ("id"), delete on public."dishonesty_record_conditional_history" to hub_service;
create policy "hub_service_select" on public."dishonesty_record_conditional_history" for select to hub_service using (true);
create policy "hub_service_delete" on public."dishonesty_record_conditional_history" for delete to hub_service using (true);
grant insert on public."dishonesty_record_conditional_history" to hub_service;
create policy "hub_service_insert" on public."dishonesty_record_conditional_history" for insert to hub_service with check (true);
grant select ("id"), update ("title", "subject_name", "subject_organization_id", "fact_summary", "document_no", "annulment_document_no", "subject_uscc", "tender_id", "penalty", "fine_amount", "stop_reason") on public."violation_record_history" to hub_service;
create policy "hub_service_select" on public."violation_record_history" for select to hub_service using (true);
create policy "hub_service_update" on public."violation_record_history" for update to hub_service using (true);
grant select ("id"), delete on public."violation_record_conditional" to hub_service;
create policy "hub_service_select" on public."violation_record_conditional" for select to hub_service using (true);
create policy "hub_service_delete" on public."violation_record_conditional" for delete to hub_service using (true);
grant select ("id"), delete on public."violation_record_conditional_history" to hub_service;
create policy "hub_service_select" on public."violation_record_conditional_history" for select to hub_service using (true);
create policy "hub_service_delete" on public."violation_record_conditional_history" for delete to hub_service using (true);
grant insert on public."violation_record_conditional_history" to hub_service;
create policy "hub_service_insert" on public."violation_record_conditional_history" for insert to hub_service with check (true);
grant update ("reason") on public.workflow_event to hub_service;
grant update ("reason") on public."dishonesty_record_step" to hub_service;
grant update ("reason", "subject_name", "annulment_document_no") on public."disclosure_notice" to hub_service;
grant update ("title", "document_no", "sha256") on public."attachment" to hub_service;
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "dishonesty_record_id", "violation_record_id", "title", "media_type", "bytes", "is_publishable") on public."attachment" to hub_service;
create policy "hub_service_select" on public."attachment" for select to hub_service using (true);
create policy "hub_service_update" on public."attachment" for update to hub_service using (true);
grant select ("id", "dishonesty_record_id", "violation_record_id"), update ("title", "document_no", "sha256") on public."attachment_history" to hub_service;
create policy "hub_service_select" on public."attachment_history" for select to hub_service using (true);
create policy "hub_service_update" on public."attachment_history" for update to hub_service using (true);
grant insert on public."attachment_history" to hub_service;
create policy "hub_service_insert" on public."attachment_history" for insert to hub_service with check (true);
grant update ("url") on public."publication_channel" to hub_service;
grant select ("id", "dishonesty_record_id", "state"), update ("url") on public."publication_channel_history" to hub_service;
create policy "hub_service_select" on public."publication_channel_history" for select to hub_service using (true);
create policy "hub_service_update" on public."publication_channel_history" for update to hub_service using (true);
grant update ("reason") on public."violation_record_step" to hub_service;
grant select ("day", "kind") on public."calendar_day" to hub_service;
grant select, insert ("id", "type", "row_id", "event", "from_state", "to_state", "version", "client", "organization_id", "reason", "at") on public.workflow_event to hub_service;
grant select, insert, update on public.client_usage, public.registry_state to hub_service;
grant select, insert, delete on public.used_assertion to hub_service;
insert into public.registry_state ("one", "version", "signing_generation") values (true, 1, 1) on conflict do nothing;
create or replace function public.hub_registry_changed() returns trigger language plpgsql as $$
begin
  update public.registry_state set "version" = "version" + 1;
  return null;
end $$;
create or replace trigger "registry_changed" after insert or update or delete on public."client" for each statement execute function public.hub_registry_changed();
create or replace trigger "registry_changed" after insert or update or delete on public."client_credential" for each statement execute function public.hub_registry_changed();

create or replace function public."dishonesty_record_empty_beside"() returns trigger language plpgsql as $$
begin
  update public.workflow_event set "reason" = null where "type" = 'DishonestyRecord' and "row_id" = new."id" and "to_state" <> 'REDACTED' and "reason" is not null;
  update public."dishonesty_record_step" set "reason" = null where "dishonesty_record_id" = new."id" and "to_state" <> 'REDACTED';
  update public."disclosure_notice" set "reason" = '（已删减）', "subject_name" = null, "annulment_document_no" = null where "record_no" = new."record_no" and "kind" <> 'REDACTION';
  update public."attachment" set "title" = '（已删减）', "document_no" = null, "sha256" = null where "dishonesty_record_id" = new."id";
  update public."attachment_history" set "title" = '（已删减）', "document_no" = null, "sha256" = null where "dishonesty_record_id" = new."id";
  update public.workflow_event set "reason" = null where "type" = 'PublicationChannel' and "reason" is not null and "row_id" in (select "id" from public."publication_channel" where "dishonesty_record_id" = new."id" and "state" <> 'ONLINE');
  update public."publication_channel" set "url" = '（已删减）' where "dishonesty_record_id" = new."id" and "state" <> 'ONLINE';
  update public."publication_channel_history" set "url" = '（已删减）' where "dishonesty_record_id" = new."id" and "id" in (select "id" from public."publication_channel" where "dishonesty_record_id" = new."id" and "state" <> 'ONLINE');
  return null;
end $$;
create or replace trigger "dishonesty_record_empty_beside" after update on public."dishonesty_record" for each row when (new."disclosure_state" = 'REDACTED') execute function public."dishonesty_record_empty_beside"();
update public."dishonesty_record" set "disclosure_state" = "disclosure_state" where "disclosure_state" = 'REDACTED';
create or replace function public."violation_record_empty_beside"() returns trigger language plpgsql as $$
begin
  update public.workflow_event set "reason" = null where "type" = 'ViolationRecord' and "row_id" = new."id" and "to_state" <> 'REDACTED' and "reason" is not null;
  update public."violation_record_step" set "reason" = null where "violation_record_id" = new."id" and "to_state" <> 'REDACTED';
  update public."disclosure_notice" set "reason" = '（已删减）', "subject_name" = null, "annulment_document_no" = null where "record_no" = new."record_no" and "kind" <> 'REDACTION';
  update public."attachment" set "title" = '（已删减）', "document_no" = null, "sha256" = null where "violation_record_id" = new."id";
  update public."attachment_history" set "title" = '（已删减）', "document_no" = null, "sha256" = null where "violation_record_id" = new."id";
  return null;
end $$;
create or replace trigger "violation_record_empty_beside" after update on public."violation_record" for each row when (new."disclosure_state" = 'REDACTED') execute function public."violation_record_empty_beside"();
update public."violation_record" set "disclosure_state" = "disclosure_state" where "disclosure_state" = 'REDACTED';
create or replace function public."publication_channel_empty_with_dishonesty_record"() returns trigger language plpgsql as $$
begin
  update public."dishonesty_record" set "disclosure_state" = "disclosure_state" where "id" = new."dishonesty_record_id" and "disclosure_state" = 'REDACTED';
  return null;
end $$;
create or replace trigger "publication_channel_empty_with_dishonesty_record" after update on public."publication_channel" for each row when (pg_trigger_depth() = 0) execute function public."publication_channel_empty_with_dishonesty_record"();

-- The register of crimes in office: what may be answered today, to the hub's own role alone.
grant select ("person_name", "organization_at_offence_id", "judgment_date", "court_name", "case_no", "charges", "sentence_kind", "sentence_months", "is_suspended", "post_at_offence", "official_id", "effective_on", "document_date", "catalog_item_code", "severity", "disclosure_state", "display_from", "disclosure_basis_id") on public."duty_crime_record" to hub_service;
grant select ("version_code", "kind", "state") on public.policy_change to hub_service;
grant select ("version_code", "catalog_item_code", "severity", "is_displayed", "max_months", "effective_from", "effective_to", "confidence") on public.display_period to hub_service;
grant select ("code", "type_name") on public.catalog_item to hub_service;
grant select ("id", "uscc") on public.organization to hub_service;
create policy "hub_register" on public."duty_crime_record" for select to hub_service using (("duty_crime_record"."effective_on" <= hub_today() and exists (select 1 from display_period dp where dp.catalog_item_code in (select ci.code from catalog_item ci where ci.type_name = 'DutyCrimeRecord') and dp.confidence = 'VERIFIED' and dp.is_displayed
  and dp.effective_from <= hub_today() and (dp.effective_to is null or dp.effective_to >= hub_today())
  and exists (select from policy_change pc where pc.version_code = dp.version_code and pc.kind = 'DISPLAY_PERIOD' and pc.state = 'APPROVED') and dp.catalog_item_code = "duty_crime_record"."catalog_item_code" and dp.severity = "duty_crime_record"."severity" and hub_today() <= ("duty_crime_record"."document_date" + make_interval(months => dp.max_months))::date) and coalesce((("duty_crime_record"."disclosure_state" = 'PUBLISHED' and "duty_crime_record"."display_from" <= hub_today() and exists (select 1 from "display_period" dp where dp."catalog_item_code" = "duty_crime_record"."catalog_item_code" and dp."severity" = "duty_crime_record"."severity" and dp."is_displayed"
    and dp."effective_from" <= hub_today() and (dp."effective_to" is null or dp."effective_to" >= hub_today()) and hub_today() <= ("duty_crime_record"."document_date" + make_interval(months => dp."max_months"))::date)) and (exists (select 1 from "disclosure_basis" r0 where r0."id" = "duty_crime_record"."disclosure_basis_id" and r0."published_at" <= hub_now() offset 0) and exists (select 1 from "disclosure_basis" r0 where r0."id" = "duty_crime_record"."disclosure_basis_id" and (r0."expires_on" is null or r0."expires_on" >= hub_today()) offset 0))), false)));

-- Whoever keeps answers is told when they may have changed.
create or replace function public.hub_data_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('hub_data', '');
  return null;
end $$;
do $$
declare
  readable regclass;
begin
  for readable in select tgrelid from pg_trigger where tgname = 'hub_data_changed' loop
    execute format('drop trigger hub_data_changed on %s', readable);
  end loop;
  for readable in select oid from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and has_any_column_privilege('hub_public', oid, 'select') order by relname loop
    if (select relname ~ '_history$' from pg_class where oid = readable) then
      execute format('create or replace trigger hub_data_changed after update or delete or truncate on %s for each statement execute function public.hub_data_changed()', readable);
    else
      execute format('create or replace trigger hub_data_changed after insert or update or delete or truncate on %s for each statement execute function public.hub_data_changed()', readable);
    end if;
  end loop;
end $$;
select pg_notify('hub_data', ''); -- what may be read may have changed as well

-- A seal stays as it is, like what it seals.
create or replace trigger "access_seal_unchangeable" before update or delete on public."access_seal" for each row execute function public.hub_refuse_change();
create or replace trigger "access_seal_untruncatable" before truncate on public."access_seal" for each statement execute function public.hub_refuse_change();
