namespace BounceBoard.Core.Domains.Health;

/// <summary>Pool: the tenant entered the address. Network: mail was seen to leave from it, and it lies in a network of the tenant. Log: a trusted log or provider told that mail left from it.</summary>
public enum SendingHostOrigin { Pool, Network, Log }
