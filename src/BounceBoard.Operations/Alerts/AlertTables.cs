using BounceBoard.Storage.Alerts;
using BounceBoard.Storage.Audit;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.Alerts;

/// <summary>The tables that sending reads and writes.</summary>
internal sealed record AlertTables(
    AlertReader Alerts, AlertDeliveryWriter Deliveries, AlertDestinationReader Destinations, AlertDestinationWriter Writer, TenantReader Tenants,
    AuditWriter Audit);
