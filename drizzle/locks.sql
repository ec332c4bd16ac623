-- Made from the catalogue by: npm run print. Read what changes in it, never edit it.

create extension if not exists pgcrypto with schema public;

-- The time that authorises. Never a parameter: a question that could set it would open sealed bids.
create or replace function public.hub_now() returns timestamptz language sql stable parallel safe as 'select now()';
-- The day turns in Asia/Shanghai, whatever the settings of a session say.
create or replace function public.hub_today() returns date language sql stable parallel safe as 'select (public.hub_now() at time zone ''Asia/Shanghai'')::date';

create or replace function public."organization_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."organization_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "content_hash", "uscc", "name", "former_names", "division_code", "level", "status", "parent_id", "successor_id", "founded_on", "dissolved_on", "office_address", "phone", "credit_contact", "kind", "governed_code", "government_id", "duty", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."content_hash", old."uscc", old."name", old."former_names", old."division_code", old."level", old."status", old."parent_id", old."successor_id", old."founded_on", old."dissolved_on", old."office_address", old."phone", old."credit_contact", old."kind", old."governed_code", old."government_id", old."duty", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."uscc", new."name", new."former_names", new."division_code", new."level", new."status", new."parent_id", new."successor_id", new."founded_on", new."dissolved_on", new."office_address", new."phone", new."kind", new."governed_code", new."government_id", new."duty") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."uscc", old."name", old."former_names", old."division_code", old."level", old."status", old."parent_id", old."successor_id", old."founded_on", old."dissolved_on", old."office_address", old."phone", old."kind", old."governed_code", old."government_id", old."duty") then
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
  insert into public."administrative_division_history" ("id", "recorded_at", "code", "name", "level", "parent_code", "valid_from", "valid_to", "successor_codes", "superseded_at")
  values (old."id", old."recorded_at", old."code", old."name", old."level", old."parent_code", old."valid_from", old."valid_to", old."successor_codes", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."code", new."name", new."level", new."parent_code", new."valid_from", new."valid_to", new."successor_codes") is distinct from row(old."id", old."code", old."name", old."level", old."parent_code", old."valid_from", old."valid_to", old."successor_codes") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "administrative_division_keep_history" before update or delete on public."administrative_division" for each row execute function public."administrative_division_keep_history"();

create or replace function public."office_holder_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."office_holder_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "content_hash", "name", "post_title", "organization_id", "held_from", "held_to", "appointment_no", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."content_hash", old."name", old."post_title", old."organization_id", old."held_from", old."held_to", old."appointment_no", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."name", new."post_title", new."organization_id", new."held_from", new."held_to", new."appointment_no") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."name", old."post_title", old."organization_id", old."held_from", old."held_to", old."appointment_no") then
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
  insert into public."official_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "content_hash", "name", "gender", "birth_year", "organization_id", "managing_organization_id", "post_title", "is_leading", "id_number_digest", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."content_hash", old."name", old."gender", old."birth_year", old."organization_id", old."managing_organization_id", old."post_title", old."is_leading", old."id_number_digest", clock_timestamp());
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

create or replace function public."project_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."project_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "content_hash", "code", "name", "kind", "stage", "owner_id", "division_code", "investment", "approved_on", "plan_no", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."content_hash", old."code", old."name", old."kind", old."stage", old."owner_id", old."division_code", old."investment", old."approved_on", old."plan_no", clock_timestamp());
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
  insert into public."tender_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "content_hash", "tender_no", "title", "method", "status", "project_id", "tenderer_id", "division_code", "budget", "ceiling_price", "noticed_at", "bids_due_at", "opened_at", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."content_hash", old."tender_no", old."title", old."method", old."status", old."project_id", old."tenderer_id", old."division_code", old."budget", old."ceiling_price", old."noticed_at", old."bids_due_at", old."opened_at", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."tender_no", new."title", new."method", new."status", new."project_id", new."tenderer_id", new."division_code", new."budget", new."ceiling_price", new."noticed_at", new."bids_due_at", new."opened_at") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."tender_no", old."title", old."method", old."status", old."project_id", old."tenderer_id", old."division_code", old."budget", old."ceiling_price", old."noticed_at", old."bids_due_at", old."opened_at") then
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

create or replace function public."bid_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."bid_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "content_hash", "tender_id", "supplier_name", "supplier_uscc", "received_at", "status", "reject_reason", "row_hash", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."content_hash", old."tender_id", old."supplier_name", old."supplier_uscc", old."received_at", old."status", old."reject_reason", old."row_hash", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."tender_id", new."supplier_name", new."supplier_uscc", new."received_at", new."status", new."reject_reason") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."tender_id", old."supplier_name", old."supplier_uscc", old."received_at", old."status", old."reject_reason") then
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

create or replace function public."debt_limit_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."debt_limit_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "content_hash", "division_code", "year", "kind", "amount", "approved_on", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."content_hash", old."division_code", old."year", old."kind", old."amount", old."approved_on", clock_timestamp());
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
  insert into public."debt_balance_history" ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "submitted_by", "content_hash", "division_code", "year", "kind", "amount", "as_of", "superseded_at")
  values (old."id", old."recorded_at", old."record_no", old."source_organization_id", old."source_system", old."source_record_no", old."document_no", old."document_date", old."valid_from", old."valid_to", old."submitted_by", old."content_hash", old."division_code", old."year", old."kind", old."amount", old."as_of", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."record_no", new."source_organization_id", new."document_no", new."document_date", new."valid_from", new."valid_to", new."division_code", new."year", new."kind", new."amount", new."as_of") is distinct from row(old."id", old."record_no", old."source_organization_id", old."document_no", old."document_date", old."valid_from", old."valid_to", old."division_code", old."year", old."kind", old."amount", old."as_of") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "debt_balance_keep_history" before update or delete on public."debt_balance" for each row execute function public."debt_balance_keep_history"();

create or replace function public."legal_basis_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."legal_basis_history" ("id", "recorded_at", "citation", "title", "document_no", "article", "effective_from", "effective_to", "repealed_by", "summary", "superseded_at")
  values (old."id", old."recorded_at", old."citation", old."title", old."document_no", old."article", old."effective_from", old."effective_to", old."repealed_by", old."summary", clock_timestamp());
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
  insert into public."catalog_item_history" ("id", "recorded_at", "code", "name", "category", "provider_name", "summary", "format", "disclosure_class", "sharing_condition", "sharing_method", "open_attribute", "update_cycle", "secrecy_attribute", "lowest_level", "published_on", "related_codes", "basis_citation", "type_name", "superseded_at")
  values (old."id", old."recorded_at", old."code", old."name", old."category", old."provider_name", old."summary", old."format", old."disclosure_class", old."sharing_condition", old."sharing_method", old."open_attribute", old."update_cycle", old."secrecy_attribute", old."lowest_level", old."published_on", old."related_codes", old."basis_citation", old."type_name", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."code", new."name", new."category", new."provider_name", new."summary", new."format", new."disclosure_class", new."sharing_condition", new."sharing_method", new."open_attribute", new."update_cycle", new."secrecy_attribute", new."lowest_level", new."published_on", new."related_codes", new."basis_citation", new."type_name") is distinct from row(old."id", old."code", old."name", old."category", old."provider_name", old."summary", old."format", old."disclosure_class", old."sharing_condition", old."sharing_method", old."open_attribute", old."update_cycle", old."secrecy_attribute", old."lowest_level", old."published_on", old."related_codes", old."basis_citation", old."type_name") then
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
  insert into public."display_period_history" ("id", "recorded_at", "version_code", "catalog_item_code", "severity", "is_displayed", "min_months", "max_months", "effective_from", "effective_to", "basis_citation", "confidence", "note", "superseded_at")
  values (old."id", old."recorded_at", old."version_code", old."catalog_item_code", old."severity", old."is_displayed", old."min_months", old."max_months", old."effective_from", old."effective_to", old."basis_citation", old."confidence", old."note", clock_timestamp());
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
  insert into public."calendar_day_history" ("id", "recorded_at", "day", "kind", "name", "basis_citation", "superseded_at")
  values (old."id", old."recorded_at", old."day", old."kind", old."name", old."basis_citation", clock_timestamp());
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
  insert into public."threshold_history" ("id", "recorded_at", "version_code", "code", "name", "value", "unit", "effective_from", "effective_to", "basis_citation", "confidence", "note", "superseded_at")
  values (old."id", old."recorded_at", old."version_code", old."code", old."name", old."value", old."unit", old."effective_from", old."effective_to", old."basis_citation", old."confidence", old."note", clock_timestamp());
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
  insert into public."masking_rule_history" ("id", "recorded_at", "code", "applies_to", "rule", "example", "effective_from", "effective_to", "basis_citation", "confidence", "note", "superseded_at")
  values (old."id", old."recorded_at", old."code", old."applies_to", old."rule", old."example", old."effective_from", old."effective_to", old."basis_citation", old."confidence", old."note", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."code", new."applies_to", new."rule", new."example", new."effective_from", new."effective_to", new."basis_citation", new."confidence", new."note") is distinct from row(old."id", old."code", old."applies_to", old."rule", old."example", old."effective_from", old."effective_to", old."basis_citation", old."confidence", old."note") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "masking_rule_keep_history" before update or delete on public."masking_rule" for each row execute function public."masking_rule_keep_history"();

create or replace function public."field_policy_keep_history"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  insert into public."field_policy_history" ("id", "recorded_at", "coordinate", "type_name", "field_name", "disclosure_class", "to_subject", "basis_citation", "filterable", "audited", "row_rule", "description", "superseded_at")
  values (old."id", old."recorded_at", old."coordinate", old."type_name", old."field_name", old."disclosure_class", old."to_subject", old."basis_citation", old."filterable", old."audited", old."row_rule", old."description", clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new."id", new."coordinate", new."type_name", new."field_name", new."disclosure_class", new."to_subject", new."basis_citation", new."filterable", new."audited", new."row_rule", new."description") is distinct from row(old."id", old."coordinate", old."type_name", old."field_name", old."disclosure_class", old."to_subject", old."basis_citation", old."filterable", old."audited", old."row_rule", old."description") then
    new."recorded_at" := now();
  end if;
  return new;
end $$;
create or replace trigger "field_policy_keep_history" before update or delete on public."field_policy" for each row execute function public."field_policy_keep_history"();

-- Everything is taken back first; what follows is all that is given.
do $$
declare
  policy record;
  writer regprocedure;
begin
  for policy in select tablename, policyname from pg_policies where schemaname = 'public' and tablename in ('organization', 'organization_history', 'organization_restricted', 'organization_restricted_history', 'administrative_division', 'administrative_division_history', 'office_holder', 'office_holder_history', 'office_holder_conditional', 'office_holder_conditional_history', 'official', 'official_history', 'official_restricted', 'official_restricted_history', 'project', 'project_history', 'tender', 'tender_history', 'tender_opening', 'tender_opening_history', 'bid', 'bid_history', 'bid_price', 'bid_price_history', 'bid_conditional', 'bid_conditional_history', 'bid_restricted', 'bid_restricted_history', 'debt_limit', 'debt_limit_history', 'debt_balance', 'debt_balance_history', 'legal_basis', 'legal_basis_history', 'catalog_item', 'catalog_item_history', 'display_period', 'display_period_history', 'calendar_day', 'calendar_day_history', 'threshold', 'threshold_history', 'masking_rule', 'masking_rule_history', 'field_policy', 'field_policy_history') loop
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
  execute format('grant connect on database %I to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator"', current_database());
end $$;
revoke all on schema public from public, "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
revoke all on all tables in schema public from public, "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
revoke all on all sequences in schema public from public, "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
revoke all on all functions in schema public from public, "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter default privileges revoke execute on functions from public;
grant usage on schema public to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant execute on function public.hub_now(), public.hub_today() to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter table public."organization" disable row level security, no force row level security;
alter table public."organization_history" disable row level security, no force row level security;
alter table public."organization_restricted" disable row level security, no force row level security;
alter table public."organization_restricted_history" disable row level security, no force row level security;
alter table public."administrative_division" disable row level security, no force row level security;
alter table public."administrative_division_history" disable row level security, no force row level security;
alter table public."office_holder" disable row level security, no force row level security;
alter table public."office_holder_history" disable row level security, no force row level security;
alter table public."office_holder_conditional" disable row level security, no force row level security;
alter table public."office_holder_conditional_history" disable row level security, no force row level security;
alter table public."official" disable row level security, no force row level security;
alter table public."official_history" disable row level security, no force row level security;
alter table public."official_restricted" disable row level security, no force row level security;
alter table public."official_restricted_history" disable row level security, no force row level security;
alter table public."project" disable row level security, no force row level security;
alter table public."project_history" disable row level security, no force row level security;
alter table public."tender" disable row level security, no force row level security;
alter table public."tender_history" disable row level security, no force row level security;
alter table public."tender_opening" disable row level security, no force row level security;
alter table public."tender_opening_history" disable row level security, no force row level security;
alter table public."bid" disable row level security, no force row level security;
alter table public."bid_history" disable row level security, no force row level security;
alter table public."bid_price" disable row level security, no force row level security;
alter table public."bid_price_history" disable row level security, no force row level security;
alter table public."bid_conditional" disable row level security, no force row level security;
alter table public."bid_conditional_history" disable row level security, no force row level security;
alter table public."bid_restricted" disable row level security, no force row level security;
alter table public."bid_restricted_history" disable row level security, no force row level security;
alter table public."debt_limit" disable row level security, no force row level security;
alter table public."debt_limit_history" disable row level security, no force row level security;
alter table public."debt_balance" disable row level security, no force row level security;
alter table public."debt_balance_history" disable row level security, no force row level security;
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
alter table public."field_policy" disable row level security, no force row level security;
alter table public."field_policy_history" disable row level security, no force row level security;

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "uscc", "name", "former_names", "division_code", "level", "status", "parent_id", "successor_id", "founded_on", "dissolved_on", "office_address", "phone", "kind", "governed_code", "government_id", "duty") on public."organization" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "uscc", "name", "former_names", "division_code", "level", "status", "parent_id", "successor_id", "founded_on", "dissolved_on", "office_address", "phone", "kind", "governed_code", "government_id", "duty") on public."organization_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "uscc", "name", "former_names", "division_code", "level", "status", "parent_id", "successor_id", "founded_on", "dissolved_on", "office_address", "phone", "credit_contact", "kind", "governed_code", "government_id", "duty") on public."organization" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "uscc", "name", "former_names", "division_code", "level", "status", "parent_id", "successor_id", "founded_on", "dissolved_on", "office_address", "phone", "credit_contact", "kind", "governed_code", "government_id", "duty") on public."organization_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."organization_history" enable row level security, force row level security;
create policy "hub_owner" on public."organization_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."organization_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."organization" c where c."id" = "organization_history"."id"));

grant select ("bank_account", "id") on public."organization_restricted" to "hub_enterprise", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("bank_account", "id") on public."organization_restricted_history" to "hub_enterprise", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."organization_restricted" enable row level security, force row level security;
create policy "hub_owner" on public."organization_restricted" to current_user using (true) with check (true);
alter table public."organization_restricted_history" enable row level security, force row level security;
create policy "hub_owner" on public."organization_restricted_history" to current_user using (true) with check (true);
create policy "hub_read_enterprise" on public."organization_restricted" for select to "hub_enterprise", "hub_department", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."organization" m where m."id" = "organization_restricted"."id" and m."id" = nullif(current_setting('hub.body', true), '')::uuid));
create policy "hub_read_enterprise" on public."organization_restricted_history" for select to "hub_enterprise", "hub_department", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."organization_restricted" c where c."id" = "organization_restricted_history"."id"));
create policy "hub_read_finance" on public."organization_restricted" for select to "hub_finance" using (exists (select 1 from public."organization" m where m."id" = "organization_restricted"."id" and (m."id" = nullif(current_setting('hub.body', true), '')::uuid or starts_with(m."division_code", nullif(current_setting('hub.jurisdiction', true), '')))));
create policy "hub_read_finance" on public."organization_restricted_history" for select to "hub_finance" using (exists (select 1 from public."organization_restricted" c where c."id" = "organization_restricted_history"."id"));

grant select ("id", "recorded_at", "code", "name", "level", "parent_code", "valid_from", "valid_to", "successor_codes") on public."administrative_division" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "code", "name", "level", "parent_code", "valid_from", "valid_to", "successor_codes") on public."administrative_division_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter table public."administrative_division_history" enable row level security, force row level security;
create policy "hub_owner" on public."administrative_division_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."administrative_division_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."administrative_division" c where c."id" = "administrative_division_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "name", "post_title", "organization_id", "held_from", "held_to", "appointment_no") on public."office_holder" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "name", "post_title", "organization_id", "held_from", "held_to", "appointment_no") on public."office_holder_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "name", "post_title", "organization_id", "held_from", "held_to", "appointment_no") on public."office_holder" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "name", "post_title", "organization_id", "held_from", "held_to", "appointment_no") on public."office_holder_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."office_holder_history" enable row level security, force row level security;
create policy "hub_owner" on public."office_holder_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."office_holder_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."office_holder" c where c."id" = "office_holder_history"."id"));

grant select ("official_id", "id") on public."office_holder_conditional" to "hub_subject", "hub_personnel", "hub_supervision";
grant select ("official_id", "id") on public."office_holder_conditional_history" to "hub_subject", "hub_personnel", "hub_supervision";
alter table public."office_holder_conditional" enable row level security, force row level security;
create policy "hub_owner" on public."office_holder_conditional" to current_user using (true) with check (true);
alter table public."office_holder_conditional_history" enable row level security, force row level security;
create policy "hub_owner" on public."office_holder_conditional_history" to current_user using (true) with check (true);
create policy "hub_read_subject" on public."office_holder_conditional" for select to "hub_subject" using (exists (select 1 from public."office_holder" m where m."id" = "office_holder_conditional"."id" and "office_holder_conditional"."official_id" = nullif(current_setting('hub.subject', true), '')::uuid));
create policy "hub_read_subject" on public."office_holder_conditional_history" for select to "hub_subject" using (exists (select 1 from public."office_holder_conditional" c where c."id" = "office_holder_conditional_history"."id"));
create policy "hub_read_personnel" on public."office_holder_conditional" for select to "hub_personnel", "hub_supervision" using (exists (select 1 from public."office_holder" m where m."id" = "office_holder_conditional"."id" and exists (select 1 from "organization" r0 where r0."id" = m."organization_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')))));
create policy "hub_read_personnel" on public."office_holder_conditional_history" for select to "hub_personnel", "hub_supervision" using (exists (select 1 from public."office_holder_conditional" c where c."id" = "office_holder_conditional_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "name", "gender", "birth_year", "organization_id", "managing_organization_id", "post_title", "is_leading") on public."official" to "hub_subject";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "name", "gender", "birth_year", "organization_id", "managing_organization_id", "post_title", "is_leading") on public."official_history" to "hub_subject";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "name", "gender", "birth_year", "organization_id", "managing_organization_id", "post_title", "is_leading") on public."official" to "hub_personnel", "hub_supervision";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "name", "gender", "birth_year", "organization_id", "managing_organization_id", "post_title", "is_leading") on public."official_history" to "hub_personnel", "hub_supervision";
alter table public."official" enable row level security, force row level security;
create policy "hub_owner" on public."official" to current_user using (true) with check (true);
alter table public."official_history" enable row level security, force row level security;
create policy "hub_owner" on public."official_history" to current_user using (true) with check (true);
create policy "hub_read_subject" on public."official" for select to "hub_subject" using ("official"."id" = nullif(current_setting('hub.subject', true), '')::uuid);
create policy "hub_read_subject" on public."official_history" for select to "hub_subject" using (exists (select 1 from public."official" c where c."id" = "official_history"."id"));
create policy "hub_read_personnel" on public."official" for select to "hub_personnel" using ("official"."managing_organization_id" = nullif(current_setting('hub.body', true), '')::uuid);
create policy "hub_read_personnel" on public."official_history" for select to "hub_personnel" using (exists (select 1 from public."official" c where c."id" = "official_history"."id"));
create policy "hub_read_supervision" on public."official" for select to "hub_supervision" using (exists (select 1 from "organization" r0 where r0."id" = "official"."managing_organization_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), ''))));
create policy "hub_read_supervision" on public."official_history" for select to "hub_supervision" using (exists (select 1 from public."official" c where c."id" = "official_history"."id"));

grant select ("birth_date", "id_number", "phone", "home_address", "id") on public."official_restricted" to "hub_subject";
grant select ("birth_date", "id_number", "phone", "home_address", "id") on public."official_restricted_history" to "hub_subject";
grant select ("birth_date", "id_number", "phone", "home_address", "ethnicity", "political_status", "id") on public."official_restricted" to "hub_personnel", "hub_supervision";
grant select ("birth_date", "id_number", "phone", "home_address", "ethnicity", "political_status", "id") on public."official_restricted_history" to "hub_personnel", "hub_supervision";
alter table public."official_restricted" enable row level security, force row level security;
create policy "hub_owner" on public."official_restricted" to current_user using (true) with check (true);
alter table public."official_restricted_history" enable row level security, force row level security;
create policy "hub_owner" on public."official_restricted_history" to current_user using (true) with check (true);
create policy "hub_read_subject" on public."official_restricted" for select to "hub_subject" using (exists (select 1 from public."official" m where m."id" = "official_restricted"."id" and m."id" = nullif(current_setting('hub.subject', true), '')::uuid));
create policy "hub_read_subject" on public."official_restricted_history" for select to "hub_subject" using (exists (select 1 from public."official_restricted" c where c."id" = "official_restricted_history"."id"));
create policy "hub_read_personnel" on public."official_restricted" for select to "hub_personnel" using (exists (select 1 from public."official" m where m."id" = "official_restricted"."id" and m."managing_organization_id" = nullif(current_setting('hub.body', true), '')::uuid));
create policy "hub_read_personnel" on public."official_restricted_history" for select to "hub_personnel" using (exists (select 1 from public."official_restricted" c where c."id" = "official_restricted_history"."id"));
create policy "hub_read_supervision" on public."official_restricted" for select to "hub_supervision" using (exists (select 1 from public."official" m where m."id" = "official_restricted"."id" and exists (select 1 from "organization" r0 where r0."id" = m."managing_organization_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')))));
create policy "hub_read_supervision" on public."official_restricted_history" for select to "hub_supervision" using (exists (select 1 from public."official_restricted" c where c."id" = "official_restricted_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "code", "name", "kind", "stage", "owner_id", "division_code", "investment", "approved_on") on public."project" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "code", "name", "kind", "stage", "owner_id", "division_code", "investment", "approved_on") on public."project_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "code", "name", "kind", "stage", "owner_id", "division_code", "investment", "approved_on", "plan_no") on public."project" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "code", "name", "kind", "stage", "owner_id", "division_code", "investment", "approved_on", "plan_no") on public."project_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."project_history" enable row level security, force row level security;
create policy "hub_owner" on public."project_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."project_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."project" c where c."id" = "project_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "tender_no", "title", "method", "status", "project_id", "tenderer_id", "division_code", "budget", "ceiling_price", "noticed_at", "bids_due_at", "opened_at") on public."tender" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "tender_no", "title", "method", "status", "project_id", "tenderer_id", "division_code", "budget", "ceiling_price", "noticed_at", "bids_due_at", "opened_at") on public."tender_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "tender_no", "title", "method", "status", "project_id", "tenderer_id", "division_code", "budget", "ceiling_price", "noticed_at", "bids_due_at", "opened_at") on public."tender" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "tender_no", "title", "method", "status", "project_id", "tenderer_id", "division_code", "budget", "ceiling_price", "noticed_at", "bids_due_at", "opened_at") on public."tender_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."tender_history" enable row level security, force row level security;
create policy "hub_owner" on public."tender_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."tender_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."tender" c where c."id" = "tender_history"."id"));

grant select ("base_price", "id") on public."tender_opening" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant select ("base_price", "id") on public."tender_opening_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter table public."tender_opening" enable row level security, force row level security;
create policy "hub_owner" on public."tender_opening" to current_user using (true) with check (true);
alter table public."tender_opening_history" enable row level security, force row level security;
create policy "hub_owner" on public."tender_opening_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."tender_opening" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."tender" m where m."id" = "tender_opening"."id" and m."opened_at" <= hub_now()));
create policy "hub_read_public" on public."tender_opening_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."tender_opening" c where c."id" = "tender_opening_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "tender_id", "supplier_name", "supplier_uscc", "received_at", "status", "reject_reason") on public."bid" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "tender_id", "supplier_name", "supplier_uscc", "received_at", "status", "reject_reason") on public."bid_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "tender_id", "supplier_name", "supplier_uscc", "received_at", "status", "reject_reason") on public."bid" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "tender_id", "supplier_name", "supplier_uscc", "received_at", "status", "reject_reason") on public."bid_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."bid" enable row level security, force row level security;
create policy "hub_owner" on public."bid" to current_user using (true) with check (true);
alter table public."bid_history" enable row level security, force row level security;
create policy "hub_owner" on public."bid_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."bid" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from "tender" r0 where r0."id" = "bid"."tender_id" and r0."opened_at" <= hub_now()));
create policy "hub_read_public" on public."bid_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."bid" c where c."id" = "bid_history"."id"));
create policy "hub_read_tradingCentre" on public."bid" for select to "hub_trading_centre" using ((exists (select 1 from "tender" r0 where r0."id" = "bid"."tender_id" and r0."opened_at" <= hub_now()) or exists (select 1 from "tender" r0 where r0."id" = "bid"."tender_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')))));
create policy "hub_read_tradingCentre" on public."bid_history" for select to "hub_trading_centre" using (exists (select 1 from public."bid" c where c."id" = "bid_history"."id"));

grant select ("price", "id") on public."bid_price" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant select ("price", "id") on public."bid_price_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter table public."bid_price" enable row level security, force row level security;
create policy "hub_owner" on public."bid_price" to current_user using (true) with check (true);
alter table public."bid_price_history" enable row level security, force row level security;
create policy "hub_owner" on public."bid_price_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."bid_price" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator" using (exists (select 1 from public."bid" m where m."id" = "bid_price"."id" and (exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and r0."opened_at" <= hub_now()) and exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and r0."method" in ('OPEN')))));
create policy "hub_read_public" on public."bid_price_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator" using (exists (select 1 from public."bid_price" c where c."id" = "bid_price_history"."id"));
create policy "hub_read_department" on public."bid_price" for select to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."bid" m where m."id" = "bid_price"."id" and (exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and r0."opened_at" <= hub_now()) and (exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and r0."method" in ('OPEN')) or exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and r0."method" in ('INVITED'))))));
create policy "hub_read_department" on public."bid_price_history" for select to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_housing", "hub_investment", "hub_central_bank" using (exists (select 1 from public."bid_price" c where c."id" = "bid_price_history"."id"));
create policy "hub_read_tradingCentre" on public."bid_price" for select to "hub_trading_centre" using (exists (select 1 from public."bid" m where m."id" = "bid_price"."id" and (exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and r0."opened_at" <= hub_now()) and (exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and r0."method" in ('OPEN')) or exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and r0."method" in ('INVITED')) or exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')))))));
create policy "hub_read_tradingCentre" on public."bid_price_history" for select to "hub_trading_centre" using (exists (select 1 from public."bid_price" c where c."id" = "bid_price_history"."id"));

grant select ("score", "id") on public."bid_conditional" to "hub_trading_centre";
grant select ("score", "id") on public."bid_conditional_history" to "hub_trading_centre";
alter table public."bid_conditional" enable row level security, force row level security;
create policy "hub_owner" on public."bid_conditional" to current_user using (true) with check (true);
alter table public."bid_conditional_history" enable row level security, force row level security;
create policy "hub_owner" on public."bid_conditional_history" to current_user using (true) with check (true);
create policy "hub_read_tradingCentre" on public."bid_conditional" for select to "hub_trading_centre" using (exists (select 1 from public."bid" m where m."id" = "bid_conditional"."id" and (exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and r0."opened_at" <= hub_now()) and exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), ''))))));
create policy "hub_read_tradingCentre" on public."bid_conditional_history" for select to "hub_trading_centre" using (exists (select 1 from public."bid_conditional" c where c."id" = "bid_conditional_history"."id"));

grant select ("contact_name", "contact_phone", "id") on public."bid_restricted" to "hub_trading_centre";
grant select ("contact_name", "contact_phone", "id") on public."bid_restricted_history" to "hub_trading_centre";
alter table public."bid_restricted" enable row level security, force row level security;
create policy "hub_owner" on public."bid_restricted" to current_user using (true) with check (true);
alter table public."bid_restricted_history" enable row level security, force row level security;
create policy "hub_owner" on public."bid_restricted_history" to current_user using (true) with check (true);
create policy "hub_read_tradingCentre" on public."bid_restricted" for select to "hub_trading_centre" using (exists (select 1 from public."bid" m where m."id" = "bid_restricted"."id" and exists (select 1 from "tender" r0 where r0."id" = m."tender_id" and starts_with(r0."division_code", nullif(current_setting('hub.jurisdiction', true), '')))));
create policy "hub_read_tradingCentre" on public."bid_restricted_history" for select to "hub_trading_centre" using (exists (select 1 from public."bid_restricted" c where c."id" = "bid_restricted_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "approved_on") on public."debt_limit" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "approved_on") on public."debt_limit_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "approved_on") on public."debt_limit" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "approved_on") on public."debt_limit_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."debt_limit_history" enable row level security, force row level security;
create policy "hub_owner" on public."debt_limit_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."debt_limit_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."debt_limit" c where c."id" = "debt_limit_history"."id"));

grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "as_of") on public."debt_balance" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "as_of") on public."debt_balance_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "as_of") on public."debt_balance" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
grant select ("id", "recorded_at", "record_no", "source_organization_id", "source_system", "source_record_no", "document_no", "document_date", "valid_from", "valid_to", "division_code", "year", "kind", "amount", "as_of") on public."debt_balance_history" to "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank";
alter table public."debt_balance_history" enable row level security, force row level security;
create policy "hub_owner" on public."debt_balance_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."debt_balance_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."debt_balance" c where c."id" = "debt_balance_history"."id"));

grant select ("id", "recorded_at", "citation", "title", "document_no", "article", "effective_from", "effective_to", "repealed_by", "summary") on public."legal_basis" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "citation", "title", "document_no", "article", "effective_from", "effective_to", "repealed_by", "summary") on public."legal_basis_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter table public."legal_basis_history" enable row level security, force row level security;
create policy "hub_owner" on public."legal_basis_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."legal_basis_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."legal_basis" c where c."id" = "legal_basis_history"."id"));

grant select ("id", "recorded_at", "code", "name", "category", "provider_name", "summary", "format", "disclosure_class", "sharing_condition", "sharing_method", "open_attribute", "update_cycle", "secrecy_attribute", "lowest_level", "published_on", "related_codes", "basis_citation", "type_name") on public."catalog_item" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "code", "name", "category", "provider_name", "summary", "format", "disclosure_class", "sharing_condition", "sharing_method", "open_attribute", "update_cycle", "secrecy_attribute", "lowest_level", "published_on", "related_codes", "basis_citation", "type_name") on public."catalog_item_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter table public."catalog_item_history" enable row level security, force row level security;
create policy "hub_owner" on public."catalog_item_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."catalog_item_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."catalog_item" c where c."id" = "catalog_item_history"."id"));

grant select ("id", "recorded_at", "version_code", "catalog_item_code", "severity", "is_displayed", "min_months", "max_months", "effective_from", "effective_to", "basis_citation", "confidence", "note") on public."display_period" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "version_code", "catalog_item_code", "severity", "is_displayed", "min_months", "max_months", "effective_from", "effective_to", "basis_citation", "confidence", "note") on public."display_period_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter table public."display_period_history" enable row level security, force row level security;
create policy "hub_owner" on public."display_period_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."display_period_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."display_period" c where c."id" = "display_period_history"."id"));

grant select ("id", "recorded_at", "day", "kind", "name", "basis_citation") on public."calendar_day" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "day", "kind", "name", "basis_citation") on public."calendar_day_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter table public."calendar_day_history" enable row level security, force row level security;
create policy "hub_owner" on public."calendar_day_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."calendar_day_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."calendar_day" c where c."id" = "calendar_day_history"."id"));

grant select ("id", "recorded_at", "version_code", "code", "name", "value", "unit", "effective_from", "effective_to", "basis_citation", "confidence", "note") on public."threshold" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "version_code", "code", "name", "value", "unit", "effective_from", "effective_to", "basis_citation", "confidence", "note") on public."threshold_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter table public."threshold_history" enable row level security, force row level security;
create policy "hub_owner" on public."threshold_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."threshold_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."threshold" c where c."id" = "threshold_history"."id"));

grant select ("id", "recorded_at", "code", "applies_to", "rule", "example", "effective_from", "effective_to", "basis_citation", "confidence", "note") on public."masking_rule" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "code", "applies_to", "rule", "example", "effective_from", "effective_to", "basis_citation", "confidence", "note") on public."masking_rule_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter table public."masking_rule_history" enable row level security, force row level security;
create policy "hub_owner" on public."masking_rule_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."masking_rule_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."masking_rule" c where c."id" = "masking_rule_history"."id"));

grant select ("id", "recorded_at", "coordinate", "type_name", "field_name", "disclosure_class", "to_subject", "basis_citation", "filterable", "audited", "row_rule", "description") on public."field_policy" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
grant select ("id", "recorded_at", "coordinate", "type_name", "field_name", "disclosure_class", "to_subject", "basis_citation", "filterable", "audited", "row_rule", "description") on public."field_policy_history" to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator";
alter table public."field_policy_history" enable row level security, force row level security;
create policy "hub_owner" on public."field_policy_history" to current_user using (true) with check (true);
create policy "hub_read_public" on public."field_policy_history" for select to "hub_public", "hub_enterprise", "hub_subject", "hub_department", "hub_finance", "hub_personnel", "hub_supervision", "hub_credit_lead", "hub_court", "hub_trading_centre", "hub_housing", "hub_investment", "hub_central_bank", "hub_auditor", "hub_operator" using (exists (select 1 from public."field_policy" c where c."id" = "field_policy_history"."id"));

grant execute on function public.pgp_sym_decrypt(bytea, text) to "hub_subject", "hub_personnel", "hub_supervision";
