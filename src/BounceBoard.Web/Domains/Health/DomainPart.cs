namespace BounceBoard.Web.Domains.Health;

/// <summary>The parts of a domain's page, in their order.</summary>
public enum DomainPart { Issues, Authentication, MailServers, Blocklists, History, Resolvers, Settings }
