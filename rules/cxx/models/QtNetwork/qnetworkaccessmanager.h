// Model of Qt's network module: https://doc.qt.io/qt-6/qtnetwork-module.html. Declarations only.
#pragma once

#include <QtCore/qobject.h>

class QAuthenticator;
class QNetworkReply;
class QNetworkProxy;
class QHttpMultiPart;
class QSslCertificate {
 public:
  static QList<QSslCertificate> fromPath(const QString& path);
  bool isNull() const;
  QByteArray toPem() const;
  bool operator==(const QSslCertificate& other) const;
  bool operator!=(const QSslCertificate& other) const;
};
class QSslKey;
class QSslError {
 public:
  enum SslError { NoError, SelfSignedCertificate, SelfSignedCertificateInChain, CertificateExpired, CertificateUntrusted, UnableToGetLocalIssuerCertificate, UnableToVerifyFirstCertificate, HostNameMismatch };
  QSslError(SslError error);
  QSslError(SslError error, const QSslCertificate& certificate);
  QSslCertificate certificate() const;
  SslError error() const;
  QString errorString() const;
};
namespace QSsl {
enum SslProtocol { SslV3, SslV2, TlsV1_0, TlsV1_1, TlsV1_2, AnyProtocol, SecureProtocols, TlsV1_0OrLater, TlsV1_1OrLater, TlsV1_2OrLater, TlsV1_3, TlsV1_3OrLater, TlsV1SslV3, UnknownProtocol = -1 };
enum EncodingFormat { Pem, Der };
}  // namespace QSsl

class QSslConfiguration {
 public:
  QSslConfiguration();
  static QSslConfiguration defaultConfiguration();
  static void setDefaultConfiguration(const QSslConfiguration& configuration);
  void setPeerVerifyMode(int mode);
  void setPeerVerifyDepth(int depth);
  void setProtocol(QSsl::SslProtocol protocol);
  void setCaCertificates(const QList<QSslCertificate>& certificates);
  void addCaCertificates(const QList<QSslCertificate>& certificates);
  void setLocalCertificate(const QSslCertificate& certificate);
  static QList<QSslCertificate> systemCaCertificates();
  QList<QSslCertificate> caCertificates() const;
  QSslCertificate peerCertificate() const;
  bool isNull() const;
};
class QNetworkRequest {
 public:
  enum KnownHeaders { ContentTypeHeader, ContentLengthHeader, LocationHeader, LastModifiedHeader, CookieHeader, UserAgentHeader, ServerHeader };
  enum Attribute { HttpStatusCodeAttribute, SourceIsFromCacheAttribute, ConnectionEncryptedAttribute, HttpPipeliningAllowedAttribute, CacheSaveControlAttribute, CustomVerbAttribute, User = 1000, UserMax = 32767, HttpReasonPhraseAttribute, RedirectionTargetAttribute, FollowRedirectsAttribute, RedirectPolicyAttribute, CacheLoadControlAttribute, Http2AllowedAttribute };
  enum RedirectPolicy { ManualRedirectPolicy, NoLessSafeRedirectPolicy, SameOriginRedirectPolicy, UserVerifiedRedirectPolicy };
  enum CacheLoadControl { AlwaysNetwork, PreferNetwork, PreferCache, AlwaysCache };
  enum TransferTimeoutConstant { DefaultTransferTimeoutConstant = 30000 };
  explicit QNetworkRequest(const QUrl& url = QUrl());
  QUrl url() const;
  void setUrl(const QUrl& url);
  void setHeader(KnownHeaders header, const QVariant& value);
  void setRawHeader(const QByteArray& name, const QByteArray& value);
  void setAttribute(Attribute attribute, const QVariant& value);
  void setTransferTimeout(int ms = DefaultTransferTimeoutConstant);
  void setTransferTimeout(std::chrono::milliseconds ms);
  int transferTimeout() const;
  QSslConfiguration sslConfiguration() const;
  void setSslConfiguration(const QSslConfiguration& configuration);
  void setMaximumRedirectsAllowed(int n);
  bool hasRawHeader(const QByteArray& name) const;
  QByteArray rawHeader(const QByteArray& name) const;
  QVariant header(KnownHeaders header) const;
  QVariant attribute(Attribute attribute) const;
  void setOriginatingObject(QObject* object);
};
class QNetworkAccessManager;
class QNetworkReply : public QIODevice {
 public:
  enum NetworkError { NoError = 0, ConnectionRefusedError, RemoteHostClosedError, HostNotFoundError, TimeoutError, OperationCanceledError, SslHandshakeFailedError, ContentNotFoundError = 203, UnknownNetworkError = 99 };
  void abort();
  NetworkError error() const;
  bool isFinished() const;
  bool isRunning() const;
  QUrl url() const;
  QNetworkRequest request() const;
  QVariant attribute(QNetworkRequest::Attribute code) const;
  QVariant header(QNetworkRequest::KnownHeaders header) const;
  QByteArray rawHeader(const QByteArray& name) const;
  void ignoreSslErrors();
  void ignoreSslErrors(const QList<QSslError>& errors);
  void setSslConfiguration(const QSslConfiguration& configuration);
  QSslConfiguration sslConfiguration() const;
  QNetworkAccessManager* manager() const;
  QByteArray rawHeader(const char* name) const;
  bool hasRawHeader(const QByteArray& name) const;
  QList<QByteArray> rawHeaderList() const;
  void setReadBufferSize(qint64 size);
  void finished();
  void metaDataChanged();
  void redirected(const QUrl& url);
  void encrypted();
  void errorOccurred(NetworkError error);
  void sslErrors(const QList<QSslError>& errors);
  void downloadProgress(qint64 received, qint64 total);
  void uploadProgress(qint64 sent, qint64 total);
};
class QNetworkCookieJar;
class QNetworkProxyFactory;
class QAbstractNetworkCache;
class QNetworkAccessManager : public QObject {
 public:
  enum Operation { HeadOperation = 1, GetOperation, PutOperation, PostOperation, DeleteOperation, CustomOperation };
  explicit QNetworkAccessManager(QObject* parent = nullptr);
  QNetworkReply* get(const QNetworkRequest& request);
  QNetworkReply* head(const QNetworkRequest& request);
  QNetworkReply* post(const QNetworkRequest& request, const QByteArray& data);
  QNetworkReply* post(const QNetworkRequest& request, QIODevice* data);
  QNetworkReply* post(const QNetworkRequest& request, QHttpMultiPart* parts);
  QNetworkReply* put(const QNetworkRequest& request, const QByteArray& data);
  QNetworkReply* put(const QNetworkRequest& request, QIODevice* data);
  QNetworkReply* deleteResource(const QNetworkRequest& request);
  QNetworkReply* sendCustomRequest(const QNetworkRequest& request, const QByteArray& verb,
                                   const QByteArray& data = QByteArray());
  QNetworkReply* sendCustomRequest(const QNetworkRequest& request, const QByteArray& verb,
                                   QIODevice* data);
  void setTransferTimeout(int ms = QNetworkRequest::DefaultTransferTimeoutConstant);
  void setTransferTimeout(std::chrono::milliseconds ms);
  int transferTimeout() const;
  void setProxy(const QNetworkProxy& proxy);
  void setCookieJar(QNetworkCookieJar* jar);
  void setRedirectPolicy(QNetworkRequest::RedirectPolicy policy);
  void connectToHostEncrypted(const QString& host, quint16 port = 443);
  void clearAccessCache();
  void finished(QNetworkReply* reply);
  void sslErrors(QNetworkReply* reply, const QList<QSslError>& errors);
  void authenticationRequired(QNetworkReply* reply, QAuthenticator* authenticator);
  void proxyAuthenticationRequired(const QNetworkProxy& proxy, QAuthenticator* authenticator);
  void encrypted(QNetworkReply* reply);
  void setProxyFactory(QNetworkProxyFactory* factory);
  void setCache(QAbstractNetworkCache* cache);
  QNetworkCookieJar* cookieJar() const;
  void setStrictTransportSecurityEnabled(bool on);
  void clearConnectionCache();

 protected:
  virtual QNetworkReply* createRequest(Operation op, const QNetworkRequest& request,
                                       QIODevice* data = nullptr);
};
class QAuthenticator {
 public:
  void setUser(const QString& user);
  void setPassword(const QString& password);
};
class QNetworkProxy {
 public:
  enum ProxyType { DefaultProxy, Socks5Proxy, NoProxy, HttpProxy };
  QNetworkProxy();
  QNetworkProxy(ProxyType type, const QString& host = QString(), quint16 port = 0,
                const QString& user = QString(), const QString& password = QString());
  void setUser(const QString& user);
  void setPassword(const QString& password);
};
class QHostAddress {
 public:
  enum SpecialAddress { Null, Broadcast, LocalHost, LocalHostIPv6, Any, AnyIPv4 };
  QHostAddress();
  QHostAddress(SpecialAddress address);
  explicit QHostAddress(const QString& address);
  QString toString() const;
};
class QAbstractSocket : public QIODevice {
 public:
  enum SocketState { UnconnectedState, HostLookupState, ConnectingState, ConnectedState, BoundState, ListeningState, ClosingState };
  enum SocketError { ConnectionRefusedError, RemoteHostClosedError, HostNotFoundError, SocketTimeoutError = 5, UnknownSocketError = -1 };
  void connectToHost(const QString& host, quint16 port);
  void connectToHost(const QHostAddress& host, quint16 port);
  void disconnectFromHost();
  void abort();
  bool flush();
  SocketState state() const;
  SocketError error() const;
  bool waitForConnected(int ms = 30000);
  bool waitForReadyRead(int ms = 30000) override;
  bool waitForBytesWritten(int ms = 30000) override;
  bool waitForDisconnected(int ms = 30000);
  void connected();
  void disconnected();
  void errorOccurred(SocketError error);
  void stateChanged(SocketState state);
};
class QTcpSocket : public QAbstractSocket {
 public:
  explicit QTcpSocket(QObject* parent = nullptr);
};
class QUdpSocket : public QAbstractSocket {
 public:
  explicit QUdpSocket(QObject* parent = nullptr);
};
class QSslSocket : public QTcpSocket {
 public:
  enum PeerVerifyMode { VerifyNone, QueryPeer, VerifyPeer, AutoVerifyPeer };
  explicit QSslSocket(QObject* parent = nullptr);
  void connectToHostEncrypted(const QString& host, quint16 port);
  void setPeerVerifyMode(PeerVerifyMode mode);
  void setPeerVerifyName(const QString& name);
  void setProtocol(QSsl::SslProtocol protocol);
  void setSslConfiguration(const QSslConfiguration& configuration);
  QSslConfiguration sslConfiguration() const;
  void setCaCertificates(const QList<QSslCertificate>& certificates);
  void startClientEncryption();
  void startServerEncryption();
  bool waitForEncrypted(int ms = 30000);
  void ignoreSslErrors();
  void ignoreSslErrors(const QList<QSslError>& errors);
  static bool supportsSsl();
  void encrypted();
  void sslErrors(const QList<QSslError>& errors);
};
class QTcpServer : public QObject {
 public:
  explicit QTcpServer(QObject* parent = nullptr);
  bool listen(const QHostAddress& address = QHostAddress(QHostAddress::Any), quint16 port = 0);
  bool isListening() const;
  void close();
  virtual bool hasPendingConnections() const;
  virtual QTcpSocket* nextPendingConnection();
  bool waitForNewConnection(int milliseconds = 0, bool* timed_out = nullptr);
  void setMaxPendingConnections(int most);
  quint16 serverPort() const;
  QString errorString() const;
  void newConnection();

 protected:
  virtual void incomingConnection(qintptr socket);
};
class QHttpPart {
 public:
  void setHeader(QNetworkRequest::KnownHeaders header, const QVariant& value);
  void setBody(const QByteArray& body);
};
class QHttpMultiPart : public QObject {
 public:
  enum ContentType { MixedType, RelatedType, FormDataType, AlternativeType };
  explicit QHttpMultiPart(ContentType type, QObject* parent = nullptr);
  void append(const QHttpPart& part);
};
class QNetworkCookieJar : public QObject {};
class QNetworkInterface;
