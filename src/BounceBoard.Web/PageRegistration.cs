using BounceBoard.Operations.MxObservations;
using BounceBoard.Operations.Verdicts;
using BounceBoard.Web.Alerts;
using BounceBoard.Web.Domains;
using BounceBoard.Web.Domains.Health;
using BounceBoard.Web.Evidence;
using BounceBoard.Web.Incidents;
using BounceBoard.Web.RetryBatches;
using BounceBoard.Web.SendingRoutes;
using BounceBoard.Web.Sources;
using BounceBoard.Web.Suppressions;
using BounceBoard.Web.Tenants;
using BounceBoard.Web.Wordings;

namespace BounceBoard.Web;

/// <summary>Registers what the pages of a tenant read with; all of it is without state.</summary>
public static class PageRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services) =>
        services
            .AddSingleton<IncidentFacets>()
            .AddSingleton<IncidentListModel>()
            .AddSingleton<EndpointViews>()
            .AddSingleton<IncidentModel>()
            .AddSingleton<IncidentWorkModel>()
            .AddSingleton<IncidentActs>()
            .AddSingleton<IncidentTabs>()
            .AddSingleton<EvidenceListModel>()
            .AddSingleton<EvidenceModel>()
            .AddSingleton<EvidenceUpload>()
            .AddSingleton<SourceModel>()
            .AddSingleton<WordingListModel>()
            .AddSingleton<AlertModel>()
            .AddSingleton<SendingRouteModel>()
            .AddSingleton<DomainViews>()
            .AddSingleton<DomainListModel>()
            .AddSingleton<SenderHealths>()
            .AddSingleton<DomainCheck>()
            .AddSingleton<IncidentCheck>()
            .AddSingleton<RetryListModel>()
            .AddSingleton<RetryModel>()
            .AddSingleton<RequestSurroundings>()
            .AddSingleton<SuppressionListModel>()
            .AddSingleton<OverviewModel>();

    /// <summary>The addresses that answer with a file instead of a page.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapRawEvidence();
        routes.MapSuppressionExport();
        routes.MapRetryExport();
        routes.MapIncidentExport();
        routes.MapPacket();
    }
}
