import { silentLogSettings } from "./silent-log-settings.ts";

export type Settings = Readonly<Record<string, string>>;

/**
 * Settings of the embedded server, given at every start, so that a newer hub's apply to an older cluster. The log holds no values.
 */
export const postmasterSettings: Settings = Object.freeze({
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "", // reached by password over loopback only
  password_encryption: "scram-sha-256",

  max_connections: "200", // 15 audiences by up to 8 connections, commands beside the hub, and the reserve of the owner
  shared_buffers: "128MB",
  effective_cache_size: "1GB",
  work_mem: "8MB",
  maintenance_work_mem: "128MB",
  random_page_cost: "1.1", // solid-state disks
  max_wal_size: "2GB",
  checkpoint_completion_target: "0.9",

  timezone: "UTC",
  log_timezone: "UTC",
  lc_messages: "C", // the hub reads the server's last words when a start fails

  ...silentLogSettings,
  log_connections: "",
  log_disconnections: "off",
  logging_collector: "off", // the lines go to the hub's own log, at level debug
});
