namespace BounceBoard.Web.Tenants;

/// <summary>Order of the tenant list: most open incidents first, by name, most refusals first, longest silence first.</summary>
public enum TenantSort { Incidents, Name, Bounces, Intake }
