// Model of Qt's WebSockets: what rules and flows ask for.
#pragma once
#include <QtNetwork/qnetworkaccessmanager.h>
namespace QWebSocketProtocol {
enum Version { Version13 = 13, VersionLatest = Version13 };
enum CloseCode { CloseCodeNormal = 1000, CloseCodeGoingAway = 1001 };
}  // namespace QWebSocketProtocol
class QWebSocket : public QObject {
 public:
  explicit QWebSocket(const QString& origin = QString(),
                      QWebSocketProtocol::Version version = QWebSocketProtocol::VersionLatest,
                      QObject* parent = nullptr);
  void open(const QUrl& url);
  void open(const QNetworkRequest& request);
  void close(QWebSocketProtocol::CloseCode code = QWebSocketProtocol::CloseCodeNormal,
             const QString& reason = QString());
  void abort();
  void ping();
  qint64 sendTextMessage(const QString& message);
  qint64 sendBinaryMessage(const QByteArray& data);
  QAbstractSocket::SocketState state() const;
  QAbstractSocket::SocketError error() const;
  QString errorString() const;
  bool isValid() const;
  void ignoreSslErrors();
  void ignoreSslErrors(const QList<QSslError>& errors);
  void setSslConfiguration(const QSslConfiguration& configuration);
  QSslConfiguration sslConfiguration() const;
  void connected();
  void disconnected();
  void errorOccurred(QAbstractSocket::SocketError error);
  void stateChanged(QAbstractSocket::SocketState state);
  void textMessageReceived(const QString& message);
  void binaryMessageReceived(const QByteArray& message);
  void pong(quint64 elapsed, const QByteArray& payload);
};
