using BounceBoard.Storage.Audit;
using BounceBoard.Storage.Domains;
using BounceBoard.Storage.Routes;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>The tables that routes for retries are read from and written to.</summary>
internal sealed record RouteTables(
    SendingRouteReader Routes, SendingRouteWriter Writer, DomainReader Domains, SenderPoolReader Pools, AuditReader Audit);
