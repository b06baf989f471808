namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Every provider with a table, those whose servers write the reply before the gateways that retell it.</summary>
internal static class AllProviders
{
    public static IReadOnlyList<ProviderTable> InOrder { get; } =
    [
        Microsoft.Table,
        Google.Table,
        Yahoo.Table,
        Apple.Table,
        Tencent.Table,
        NetEase.Table,
        MailRu.Table,
        Yandex.Table,
        Gmx.Table,
        TOnline.Table,
        Comcast.Table,
        AttBellSouth.Table,
        SecureServer.Table,
        Cox.Table,
        Facebook.Table,
        Zoho.Table,
        Free.Table,
        Libero.Table,
        Aruba.Table,
        Seznam.Table,
        Titan.Table,
        Naver.Table,
        Daum.Table,
        SoftBank.Table,
        MessageLabs.Table,
        Mimecast.Table,
        Proofpoint.Table,
        Cloudmark.Table,
        FortiMail.Table,
        IronPort.Table,
    ];
}
